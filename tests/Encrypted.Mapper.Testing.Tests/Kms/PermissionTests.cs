using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class PermissionTests : RunningKms
{
    [Fact]
    public async Task A_restricted_key_serves_those_whom_its_policy_allows()
    {
        Kms.Restrict(Key).Allow("writer", "GenerateDataKey").Allow("reader", "kms:Decrypt");
        using var writer = Kms.CreateClient("writer");
        using var reader = Kms.CreateClient("reader");

        var blob = (await GenerateAsync(writer)).CiphertextBlob;
        await reader.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation);

        await DeniedAsync(() => GenerateAsync(reader));
        await DeniedAsync(() => writer.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation));
        await DeniedAsync(() => writer.DecryptAsync(new DecryptRequest { KeyId = Key, CiphertextBlob = blob }, Cancellation));
        await DeniedAsync(() => Client.DescribeKeyAsync(Key, Cancellation));
    }

    [Fact]
    public async Task A_denial_names_who_what_and_which_key()
    {
        Kms.Restrict(Key);

        var refusal = await DeniedAsync(() => GenerateAsync(Client));

        Assert.Equal($"User: arn:aws:iam::111122223333:user/local is not authorized to perform: kms:GenerateDataKey on resource: {Key}", refusal.Message);
        Assert.Equal(("AccessDeniedException", Key), (Kms.Calls[^1].ErrorCode, Kms.Calls[^1].KeyArn));
    }

    [Fact]
    public async Task ReEncrypt_takes_a_permission_on_each_of_its_keys()
    {
        var other = Kms.CreateKey();
        var blob = await SealedAsync(Key, 1);
        var request = new ReEncryptRequest { CiphertextBlob = blob, DestinationKeyId = other };
        Kms.Restrict(Key).Allow("local", "ReEncryptFrom");
        Kms.Restrict(other);

        await DeniedAsync(() => Client.ReEncryptAsync(request, Cancellation));
        Kms.Restrict(other).Allow("local", "ReEncryptTo");
        request.CiphertextBlob.Position = 0;

        Assert.Equal(other, (await Client.ReEncryptAsync(request, Cancellation)).KeyId);
    }

    [Fact]
    public void A_permission_that_does_not_exist_is_an_argument_error()
        => Assert.Throws<ArgumentException>(() => Kms.Restrict(Key).Allow("writer", "GenerateDatakey"));

    private Task<GenerateDataKeyResponse> GenerateAsync(IAmazonKeyManagementService client)
        => client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32 }, Cancellation);

    private static async Task<AmazonKeyManagementServiceException> DeniedAsync(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonKeyManagementServiceException>(call);
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        return refusal;
    }
}
