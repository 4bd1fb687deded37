using Amazon.KeyManagementService.Model;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.KeyManagement.Tests;

/// <summary>Grants so young that KMS knows them by their tokens alone.</summary>
public sealed class GrantTokenTests
{
    private const string Caller = "service";

    [Fact]
    public async Task Without_its_token_a_young_grant_allows_nothing()
    {
        await using var lab = await RestrictedLabAsync();
        var id = await lab.Admin.CreateKeyAsync();
        await GrantAsync(lab, "Decrypt");
        using var db = Context(lab, dynamo => dynamo.UseKeyStore(lab.Store, id));

        await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Memo { Id = "m", Text = "text" }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_stores_calls_carry_the_tokens_of_the_context_and_its_own(bool isContexts)
    {
        await using var lab = await RestrictedLabAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var needed = await GrantAsync(lab, "Decrypt");
        var other = await GrantAsync(lab, "DescribeKey");
        using var db = Context(lab, dynamo => dynamo
            .UseKeyStore(WithTokens(lab.Store, isContexts ? other : needed), id)
            .UseGrantTokens(isContexts ? needed : other));

        await db.SaveAsync(new Memo { Id = "m", Text = "text" });

        Assert.Equal("text", (await db.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task A_token_that_is_named_several_times_is_carried_once()
    {
        await using var lab = await RestrictedLabAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var token = await GrantAsync(lab, "Decrypt");
        using var db = Context(lab, dynamo => dynamo
            .UseGrantTokens([.. Enumerable.Repeat(token, 10)])
            .UseGrantTokens(token)
            .UseKeyStore(WithTokens(lab.Store, token), id));

        await db.SaveAsync(new Memo { Id = "m", Text = "text" });

        Assert.Equal("text", (await db.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task More_tokens_than_a_call_can_carry_are_refused_when_the_context_is_made()
    {
        await using var lab = await KeyLab.CreateAsync();

        var refusal = Assert.Throws<ModelConfigurationException>(() => lab.Context(dynamo => dynamo
            .UseKeyStore(WithTokens(lab.Store, "1", "2", "3", "4", "5", "6"), "id")
            .UseGrantTokens("a", "b", "c", "d", "e")));

        Assert.Equal("kms-grant-tokens", refusal.Rule);
    }

    private static async Task<KeyLab> RestrictedLabAsync()
    {
        var lab = await KeyLab.CreateAsync(new LocalKmsOptions { GrantPropagation = TimeSpan.FromDays(1) });
        lab.Kms.Restrict(lab.KeyArn).Allow("local", "*");
        return lab;
    }

    private static async Task<string> GrantAsync(KeyLab lab, string operation)
    {
        using var owner = lab.Kms.CreateClient();
        return (await owner.CreateGrantAsync(new CreateGrantRequest { KeyId = lab.KeyArn, GranteePrincipal = Caller, Operations = [operation] })).GrantToken;
    }

    private static EncryptedDynamoContext Context(KeyLab lab, Action<EncryptedDynamoBuilder> configure)
        => lab.Context(dynamo => configure(dynamo.UseKmsClients(_ => lab.Kms.Clients(Caller))));

    private static BranchKeyStoreConfiguration WithTokens(BranchKeyStoreConfiguration store, params string[] tokens)
        => new() { TableName = store.TableName, LogicalName = store.LogicalName, Kms = store.Kms, GrantTokens = tokens };
}
