using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class FaultTests : RunningKms
{
    [Fact]
    public async Task The_SDK_gets_over_one_throttled_call()
    {
        var fault = Kms.Faults.Throttle(count: 1);

        await GenerateAsync();

        Assert.Equal(1, fault.Hits);
        Assert.Equal(["ThrottlingException", null], Kms.Calls.Select(call => call.ErrorCode));
    }

    [Fact]
    public async Task A_fault_stands_until_it_is_disposed()
    {
        using (Kms.Faults.Fail("AccessDeniedException"))
        {
            Assert.Equal("AccessDeniedException", (await RefusedAsync()).ErrorCode);
            Assert.Equal("AccessDeniedException", (await RefusedAsync()).ErrorCode);
        }

        await GenerateAsync();
    }

    [Fact]
    public async Task An_error_of_the_service_itself_has_status_500()
    {
        Kms.Faults.Fail("KMSInternalException");

        var refusal = await Assert.ThrowsAsync<KMSInternalException>(GenerateAsync);

        Assert.Equal(500, (int)refusal.StatusCode);
        Assert.True(Kms.CallCount() > 1, "The SDK repeats such calls.");
    }

    [Fact]
    public async Task A_fault_meets_the_operation_and_key_it_is_meant_for()
    {
        var other = Kms.CreateKey();
        var blob = await SealedAsync(Key, 1);
        Kms.Faults.Fail("DisabledException", "Decrypt", Key);

        await GenerateAsync();
        await Client.DecryptAsync(new DecryptRequest { CiphertextBlob = await SealedAsync(other, 1) }, Cancellation);
        await Assert.ThrowsAsync<DisabledException>(() => Client.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation));
    }

    [Fact]
    public async Task A_delayed_call_is_answered_when_the_time_has_passed()
    {
        var time = new FakeTimeProvider();
        await using var kms = await LocalKms.StartAsync(new LocalKmsOptions { Time = time }, Cancellation);
        using var client = kms.CreateClient();
        var fault = kms.Faults.Delay(TimeSpan.FromSeconds(20));

        var call = client.CreateKeyAsync(new CreateKeyRequest(), Cancellation);
        while (fault.Hits == 0)
        {
            await Task.Yield();
        }

        Assert.False(call.IsCompleted);
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }

        Assert.NotNull((await call).KeyMetadata);
    }

    [Fact]
    public async Task A_dropped_connection_is_no_answer()
    {
        var fault = Kms.Faults.DropConnections();

        await Assert.ThrowsAnyAsync<Exception>(GenerateAsync);
        Assert.True(fault.Hits > 0);
        Assert.Equal(0, Kms.CallCount());

        Kms.Faults.Clear();
        await GenerateAsync();
    }

    [Fact]
    public async Task A_stopped_server_answers_nobody_and_resumes_with_its_keys_on_its_port()
    {
        var blob = await SealedAsync(Key, 4);
        var endpoint = Kms.Endpoint;
        using var impatient = new AmazonKeyManagementServiceClient(
            new BasicAWSCredentials("local", "x"),
            new AmazonKeyManagementServiceConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        await impatient.DescribeKeyAsync(Key, Cancellation);

        await Kms.StopAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => impatient.DescribeKeyAsync(Key, Cancellation));
        await Kms.ResumeAsync(Cancellation);

        Assert.Equal(endpoint, Kms.Endpoint);
        Assert.Equal([4], (await impatient.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation)).Plaintext.ToArray());
    }

    [Fact]
    public async Task A_disposed_server_does_not_resume()
    {
        var kms = await LocalKms.StartAsync(cancellationToken: Cancellation);
        await kms.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kms.ResumeAsync(Cancellation));
    }

    [Fact]
    public async Task Stopping_cuts_a_call_that_waits()
    {
        using var impatient = new AmazonKeyManagementServiceClient(
            new BasicAWSCredentials("local", "x"),
            new AmazonKeyManagementServiceConfig { ServiceURL = Kms.Endpoint.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        var fault = Kms.Faults.Delay(TimeSpan.FromHours(1));
        var call = impatient.DescribeKeyAsync(Key, Cancellation);
        while (fault.Hits == 0)
        {
            await Task.Yield();
        }

        await Kms.StopAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    private Task<GenerateDataKeyResponse> GenerateAsync()
        => Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32 }, Cancellation);

    private Task<AmazonKeyManagementServiceException> RefusedAsync()
        => Assert.ThrowsAsync<AmazonKeyManagementServiceException>(GenerateAsync);
}
