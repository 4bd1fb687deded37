using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class CallLogTests : RunningKms
{
    [Fact]
    public async Task A_call_is_kept_with_who_where_what_and_which_key()
    {
        using var client = Kms.CreateClient("writer", "us-east-1");
        var key = Kms.CreateKey(region: "us-east-1");

        await client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = key, NumberOfBytes = 32, EncryptionContext = new() { ["table"] = "Patients" } }, Cancellation);

        var call = Assert.Single(Kms.Calls);
        Assert.Equal(("GenerateDataKey", "writer", "us-east-1", key, null), (call.Operation, call.Caller, call.Region, call.KeyArn, call.ErrorCode));
        Assert.Equal("Patients", Assert.Single(call.EncryptionContext, pair => pair.Key == "table").Value);
    }

    [Fact]
    public async Task A_refused_call_is_kept_with_its_error()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => Client.DescribeKeyAsync("6d1f3f5e-0000-4000-8000-000000000000", Cancellation));

        Assert.Equal("NotFoundException", Assert.Single(Kms.Calls).ErrorCode);
        Assert.Equal(1, Kms.CallCount("DescribeKey"));
    }

    [Fact]
    public async Task Counts_are_exact_under_parallel_calls()
    {
        await Parallel.ForAsync(0, 500, Cancellation, async (_, cancellation) =>
            await Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32 }, cancellation));

        Assert.Equal(500, Kms.CallCount("GenerateDataKey"));
        Assert.Equal(500, Kms.Calls.Count);
        Assert.Equal(500, Kms.Calls.Select(call => call.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task An_operation_that_does_not_exist_here_is_refused_as_the_service_does()
    {
        var refusal = await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => Client.ListRetirableGrantsAsync(new ListRetirableGrantsRequest { RetiringPrincipal = "x" }, Cancellation));

        Assert.Equal("UnknownOperationException", refusal.ErrorCode);
    }
}
