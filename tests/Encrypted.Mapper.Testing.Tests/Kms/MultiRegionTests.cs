using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class MultiRegionTests : RunningKms
{
    [Fact]
    public async Task What_one_replica_sealed_another_opens()
    {
        var primary = Kms.CreateKey(multiRegion: true);
        var replica = (await Client.ReplicateKeyAsync(new ReplicateKeyRequest { KeyId = primary, ReplicaRegion = "us-east-1" }, Cancellation)).ReplicaKeyMetadata;
        using var elsewhere = Kms.CreateClient(region: "us-east-1");
        var blob = await SealedAsync(primary, 5);

        var opened = await elsewhere.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation);

        Assert.Equal([5], opened.Plaintext.ToArray());
        Assert.Equal(replica.Arn, opened.KeyId);
        Assert.Equal(primary.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal), replica.Arn);
        Assert.Contains(":key/mrk-", primary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_and_its_primary_are_described()
    {
        var primary = Kms.CreateKey(multiRegion: true);
        var replica = Kms.ReplicateKey(primary, "us-east-1");

        var described = (await Client.DescribeKeyAsync(primary, Cancellation)).KeyMetadata.MultiRegionConfiguration;

        Assert.Equal(MultiRegionKeyType.PRIMARY, described.MultiRegionKeyType);
        Assert.Equal(primary, described.PrimaryKey.Arn);
        Assert.Equal(replica, Assert.Single(described.ReplicaKeys).Arn);
    }

    [Fact]
    public async Task A_key_of_one_Region_has_no_replicas_and_its_ciphertext_stays_there()
    {
        var blob = await SealedAsync(Key, 5);
        using var elsewhere = Kms.CreateClient(region: "us-east-1");

        await Assert.ThrowsAsync<UnsupportedOperationException>(() => Client.ReplicateKeyAsync(new ReplicateKeyRequest { KeyId = Key, ReplicaRegion = "us-east-1" }, Cancellation));
        var refusal = await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => elsewhere.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation));
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
    }

    [Fact]
    public async Task A_key_of_another_account_is_reached_by_its_ARN_alone()
    {
        var key = Kms.CreateKey(accountId: "444455556666");

        Assert.Equal("444455556666", (await Client.DescribeKeyAsync(key, Cancellation)).KeyMetadata.AWSAccountId);
        await Assert.ThrowsAsync<NotFoundException>(() => Client.DescribeKeyAsync(key[(key.IndexOf('/') + 1)..], Cancellation));
    }
}
