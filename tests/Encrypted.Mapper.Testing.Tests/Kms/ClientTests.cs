using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class ClientTests : RunningKms
{
    [Fact]
    public async Task A_key_lives_in_its_Region()
    {
        using var elsewhere = Kms.CreateClient(region: "us-east-1");

        await Assert.ThrowsAsync<NotFoundException>(() => elsewhere.DescribeKeyAsync(Key, Cancellation));
        await Assert.ThrowsAsync<NotFoundException>(() => elsewhere.DescribeKeyAsync(Key[(Key.IndexOf('/') + 1)..], Cancellation));
    }

    [Fact]
    public async Task Supplied_clients_call_the_Region_they_are_asked_for()
    {
        var clients = Kms.Clients("reader");
        var key = Kms.CreateKey(region: "ap-south-1");

        var described = await clients.GetClient("ap-south-1").DescribeKeyAsync(key, Cancellation);

        Assert.Equal(key, described.KeyMetadata.Arn);
        Assert.Same(clients.GetClient("ap-south-1"), clients.GetClient("ap-south-1"));
        Assert.Equal("reader", Assert.Single(Kms.Calls).Caller);
    }

    [Fact]
    public async Task A_created_key_is_described()
    {
        var created = (await Client.CreateKeyAsync(new CreateKeyRequest { Description = "patients" }, Cancellation)).KeyMetadata;
        var described = (await Client.DescribeKeyAsync(created.KeyId, Cancellation)).KeyMetadata;

        Assert.Equal(created.Arn, described.Arn);
        Assert.Equal("patients", described.Description);
        Assert.True(described.Enabled);
        Assert.False(described.MultiRegion);
        Assert.Equal(Amazon.KeyManagementService.KeySpec.SYMMETRIC_DEFAULT, described.KeySpec);
        Assert.StartsWith("arn:aws:kms:eu-west-1:111122223333:key/", described.Arn, StringComparison.Ordinal);
        Assert.InRange(described.CreationDate!.Value.ToUniversalTime(), DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(1));
    }
}
