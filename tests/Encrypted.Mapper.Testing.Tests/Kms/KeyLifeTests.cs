using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Microsoft.Extensions.Time.Testing;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class KeyLifeTests : RunningKms
{
    [Fact]
    public async Task A_disabled_key_is_refused_until_it_is_enabled()
    {
        var blob = await SealedAsync(Key, 1);

        await Client.DisableKeyAsync(Key, Cancellation);
        await Assert.ThrowsAsync<DisabledException>(() => GenerateAsync(Key));
        await Assert.ThrowsAsync<DisabledException>(() => Client.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation));
        var described = (await Client.DescribeKeyAsync(Key, Cancellation)).KeyMetadata;
        Assert.Equal((KeyState.Disabled, false), (described.KeyState, described.Enabled));

        await Client.EnableKeyAsync(Key, Cancellation);
        await GenerateAsync(Key);
    }

    [Fact]
    public async Task A_key_that_waits_for_its_deletion_is_refused_and_can_be_taken_back()
    {
        var scheduled = await Client.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = Key, PendingWindowInDays = 7 }, Cancellation);

        Assert.Equal((Key, KeyState.PendingDeletion, 7), (scheduled.KeyId, scheduled.KeyState, scheduled.PendingWindowInDays));
        await Assert.ThrowsAsync<KMSInvalidStateException>(() => GenerateAsync(Key));
        await Assert.ThrowsAsync<KMSInvalidStateException>(() => Client.EnableKeyAsync(Key, Cancellation));

        Assert.Equal(Key, (await Client.CancelKeyDeletionAsync(Key, Cancellation)).KeyId);
        await Assert.ThrowsAsync<DisabledException>(() => GenerateAsync(Key));
        Kms.Enable(Key);
        await GenerateAsync(Key);
    }

    [Fact]
    public async Task A_key_is_gone_when_the_days_have_passed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var kms = await LocalKms.StartAsync(new LocalKmsOptions { Time = time }, Cancellation);
        using var client = kms.CreateClient();
        var key = kms.CreateKey();

        kms.ScheduleDeletion(key, days: 7);
        time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await client.DescribeKeyAsync(key, Cancellation);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<NotFoundException>(() => client.DescribeKeyAsync(key, Cancellation));
        Assert.Empty((await client.ListKeysAsync(new ListKeysRequest(), Cancellation)).Keys ?? []);
    }

    [Fact]
    public async Task A_waiting_period_out_of_range_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(
            () => Client.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = Key, PendingWindowInDays = 6 }, Cancellation));

        Assert.Equal("ValidationException", refusal.ErrorCode);
    }

    [Fact]
    public void A_wrong_call_in_process_is_an_argument_error()
    {
        Kms.ScheduleDeletion(Key);

        var error = Assert.Throws<ArgumentException>(() => Kms.Disable(Key));

        Assert.Contains("KMSInvalidStateException", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Kms.Enable("nonsense"));
    }

    private Task<GenerateDataKeyResponse> GenerateAsync(string key)
        => Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = key, NumberOfBytes = 32 }, Cancellation);
}
