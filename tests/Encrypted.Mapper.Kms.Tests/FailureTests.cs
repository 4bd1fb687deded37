using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Telemetry;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>AWS KMS slow, throttling, down or refusing: each a typed error that says what was tried, and no more calls than the AWS SDK's own retries.</summary>
public sealed class FailureTests : RunningKms
{
    // The AWS SDK's standard retry mode: the call and two repetitions.
    private const int SdkAttempts = 3;

    [Theory]
    [InlineData("AccessDeniedException", "kms-access-denied", 1)]
    [InlineData("UnrecognizedClientException", "kms-access-denied", 1)]
    [InlineData("NotFoundException", "kms-not-found", 1)]
    [InlineData("InvalidKeyUsageException", "kms-failed", 1)]
    [InlineData("ThrottlingException", "kms-throttled", SdkAttempts)]
    [InlineData("KMSInternalException", "kms-failed", SdkAttempts)]
    public async Task A_refused_call_is_typed_and_repeated_by_the_SDK_alone(string code, string rule, int calls)
    {
        var key = Kms.CreateKey();
        var keyring = new KmsKeyring(Clients, key);
        var stored = await WriteAsync(keyring);
        using var fault = Kms.Faults.Fail(code);

        var read = await UnavailableAsync(keyring, stored);
        Assert.Equal(calls, fault.Hits);
        var write = await Assert.ThrowsAsync<KeyUnavailableException>(() => WriteAsync(keyring));
        Assert.Equal(2 * calls, fault.Hits);

        Assert.Equal((rule, rule), (read.Rule, write.Rule));
        Assert.Equal(new KeyAttempt("kms:Decrypt", key, code), Assert.Single(read.Attempts));
        Assert.Equal(new KeyAttempt("kms:GenerateDataKey", key, code), Assert.Single(write.Attempts));
        Assert.Equal(code, Assert.IsAssignableFrom<AmazonServiceException>(read.InnerException).ErrorCode);
        Assert.Contains(key, read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_key_and_one_pending_deletion_are_told_apart()
    {
        var key = Kms.CreateKey();
        var keyring = new KmsKeyring(Clients, key);
        var stored = await WriteAsync(keyring);

        Kms.Disable(key);
        var disabled = await UnavailableAsync(keyring, stored);
        Kms.ScheduleDeletion(key);
        var pending = await UnavailableAsync(keyring, stored);

        Assert.Equal(("kms-disabled", "kms-key-state"), (disabled.Rule, pending.Rule));
        Assert.IsType<DisabledException>(disabled.InnerException);
        Assert.IsType<KMSInvalidStateException>(pending.InnerException);
    }

    [Fact]
    public async Task A_service_that_is_down_is_unreachable_and_serves_again_when_it_is_back()
    {
        var key = Kms.CreateKey();
        var keyring = new KmsKeyring(Clients, key);
        var stored = await WriteAsync(keyring);

        await Kms.StopAsync();
        var error = await UnavailableAsync(keyring, stored);
        await Kms.ResumeAsync(Cancellation);

        Assert.Equal("kms-unreachable", error.Rule);
        Assert.Equal(("kms:Decrypt", key), (error.Attempts[0].Operation, error.Attempts[0].Key));
        Assert.NotNull(error.InnerException);
        Assert.Equal(Secret, await ReadAsync(keyring, stored));
    }

    [Fact]
    public async Task A_client_that_waits_no_longer_finds_the_service_unreachable()
    {
        var key = Kms.CreateKey();
        var stored = await WriteAsync(new KmsKeyring(Clients, key));
        using var client = Impatient();
        using var clients = new KmsClientSupplier(client);
        using var fault = Kms.Faults.Delay(TimeSpan.FromMinutes(1), "Decrypt", key);

        var error = await UnavailableAsync(new KmsKeyring(clients, key), stored);

        Assert.Equal("kms-unreachable", error.Rule);
        Assert.Equal(new KeyAttempt("kms:Decrypt", key, "no answer in time"), Assert.Single(error.Attempts));
    }

    [Fact]
    public async Task The_callers_cancellation_stays_cancellation()
    {
        var keyring = new KmsKeyring(Clients, Kms.CreateKey());
        var stored = await WriteAsync(keyring);
        using var cancellation = new CancellationTokenSource();
        using var fault = Kms.Faults.Delay(TimeSpan.FromMinutes(1));

        var pending = Encryptor(keyring).DecryptAsync(stored, cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    [Fact]
    public async Task Keyrings_that_fail_one_after_the_other_are_listed_in_their_order()
    {
        var (first, second, third) = (Kms.CreateKey(), Kms.CreateKey(), Kms.CreateKey());
        var keyring = new MultiKeyring(new KmsKeyring(Clients, first), new KmsKeyring(Clients, second), new KmsKeyring(Clients, third));
        var stored = await WriteAsync(keyring);
        Kms.Disable(first);
        Kms.Restrict(second);
        Assert.Equal(Secret, await ReadAsync(keyring, stored));

        Kms.ScheduleDeletion(third);
        var error = await UnavailableAsync(keyring, stored);

        Assert.Equal("kms-disabled", error.Rule);
        Assert.Equal(
            [new("kms:Decrypt", first, "DisabledException"), new("kms:Decrypt", second, "AccessDeniedException"), new("kms:Decrypt", third, "KMSInvalidStateException")],
            error.Attempts);
        Assert.IsType<DisabledException>(error.InnerException);
        Assert.True(error.Message.IndexOf(first, StringComparison.Ordinal) < error.Message.IndexOf(second, StringComparison.Ordinal), error.Message);
        Assert.True(error.Message.IndexOf(second, StringComparison.Ordinal) < error.Message.IndexOf(third, StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public async Task A_key_that_fails_is_asked_once_however_often_the_item_names_it()
    {
        var key = Kms.CreateKey();
        var keyring = new KmsKeyring(Clients, key);
        var stored = await WriteAsync(new MultiKeyring(keyring, [.. Enumerable.Repeat(keyring, 19)]));
        Kms.ClearCalls();
        Kms.Restrict(key);

        var error = await UnavailableAsync(keyring, stored);

        Assert.Equal("kms-access-denied", error.Rule);
        Assert.Single(Kms.Calls);
    }

    [Fact]
    public async Task A_key_of_another_account_is_refused_by_name()
    {
        var key = Kms.CreateKey(accountId: "444455556666");
        Kms.Restrict(key);

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => WriteAsync(new KmsKeyring(Clients, key)));

        Assert.Equal("kms-access-denied", error.Rule);
        Assert.Contains(":444455556666:", error.Attempts[0].Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_measured_and_traced_without_contents()
    {
        var key = Kms.CreateKey();
        var keyring = new KmsKeyring(Clients, key);
        List<(string Operation, string Outcome)> measured = [];
        List<Activity> activities = [];
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == EncryptedDynamoTelemetry.KmsDuration)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        var context = new AsyncLocal<bool> { Value = true };
        meters.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            if (context.Value)
            {
                Assert.InRange(seconds, 0, 60);
                var found = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
                measured.Add((found[EncryptedDynamoTelemetry.OperationTag], found[EncryptedDynamoTelemetry.OutcomeTag]));
            }
        });
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EncryptedDynamoTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (context.Value)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);

        var stored = await WriteAsync(keyring);
        stored["Id"] = new() { S = "p-2" };
        await UnverifiableAsync("data-key", keyring, stored);
        Kms.Disable(key);
        await UnavailableAsync(keyring, stored);

        Assert.Equal([("kms:GenerateDataKey", "ok"), ("kms:Decrypt", "foreign-ciphertext"), ("kms:Decrypt", "kms-disabled")], measured);
        Assert.Equal(["kms:GenerateDataKey", "kms:Decrypt", "kms:Decrypt"], activities.Select(activity => activity.OperationName));
        Assert.All(activities, activity => Assert.Equal(
            [EncryptedDynamoTelemetry.KmsKeyTag, EncryptedDynamoTelemetry.OutcomeTag],
            activity.TagObjects.Select(tag => tag.Key)));

    }

    private AmazonKeyManagementServiceClient Impatient() => new(
        new BasicAWSCredentials("local", "not-verified"),
        new AmazonKeyManagementServiceConfig { ServiceURL = Kms.Endpoint.ToString(), AuthenticationRegion = Region, Timeout = TimeSpan.FromMilliseconds(200), MaxErrorRetry = 0 });
}
