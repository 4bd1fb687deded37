using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class AliasTests : RunningKms
{
    [Fact]
    public async Task An_alias_stands_for_its_key_until_it_is_pointed_at_another()
    {
        var other = Kms.CreateKey();
        await Client.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/patients", TargetKeyId = Key }, Cancellation);

        Assert.Equal(Key, await GenerateAsync("alias/patients"));
        Assert.Equal(Key, await GenerateAsync("arn:aws:kms:eu-west-1:111122223333:alias/patients"));

        await Client.UpdateAliasAsync(new UpdateAliasRequest { AliasName = "alias/patients", TargetKeyId = other }, Cancellation);
        Assert.Equal(other, await GenerateAsync("alias/patients"));

        await Client.DeleteAliasAsync(new DeleteAliasRequest { AliasName = "alias/patients" }, Cancellation);
        await Assert.ThrowsAsync<NotFoundException>(() => GenerateAsync("alias/patients"));
    }

    [Fact]
    public async Task Aliases_are_listed_for_all_keys_or_for_one()
    {
        var alias = Kms.CreateAlias("alias/a", Key);
        Kms.CreateAlias("alias/b", Kms.CreateKey());

        var all = await Client.ListAliasesAsync(new ListAliasesRequest(), Cancellation);
        var one = Assert.Single((await Client.ListAliasesAsync(new ListAliasesRequest { KeyId = Key }, Cancellation)).Aliases);

        Assert.Equal(2, all.Aliases.Count);
        Assert.Equal((alias, "alias/a"), (one.AliasArn, one.AliasName));
        Assert.EndsWith(one.TargetKeyId, Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_or_not_allowed_is_refused()
    {
        Kms.CreateAlias("alias/a", Key);

        await Assert.ThrowsAsync<AlreadyExistsException>(() => CreateAsync("alias/a"));
        Assert.Equal("ValidationException", (await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => CreateAsync("a"))).ErrorCode);
        Assert.Equal("ValidationException", (await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => CreateAsync("alias/aws/a"))).ErrorCode);
    }

    [Fact]
    public async Task Operations_that_take_a_key_alone_take_no_alias()
    {
        Kms.CreateAlias("alias/a", Key);

        await Assert.ThrowsAsync<InvalidArnException>(() => Client.DisableKeyAsync("alias/a", Cancellation));
    }

    private Task<CreateAliasResponse> CreateAsync(string name)
        => Client.CreateAliasAsync(new CreateAliasRequest { AliasName = name, TargetKeyId = Key }, Cancellation);

    private async Task<string> GenerateAsync(string key)
        => (await Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = key, NumberOfBytes = 32 }, Cancellation)).KeyId;
}
