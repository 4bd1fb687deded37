using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;

namespace Encrypted.Mapper.KeyManagement.Tests;

/// <summary>Keys that are fetched before the first item.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task The_first_items_after_a_warm_up_ask_KMS_for_nothing()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        await lab.CreateBranchKeyAsync("tenant-a");
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id));

        await db.WarmUpAsync(["tenant-a"]);
        var warm = lab.Kms.CallCount();
        await db.SaveAsync(new Memo { Id = "m", Text = "text" });
        await db.SaveAsync(new Invoice { Tenant = "tenant-a", Number = 1, Recipient = "Ada" });

        Assert.Equal("Ada", (await db.LoadAsync<Invoice>("tenant-a", 1)).Recipient);
        Assert.Equal(warm, lab.Kms.CallCount());
    }

    [Fact]
    public async Task It_is_called_alike_on_the_context_and_on_the_interface()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id));
        IDynamoDBContext registered = db;

        await db.WarmUpAsync();
        await registered.WarmUpAsync();
        await db.WarmUpAsync([id]);
        await registered.WarmUpAsync([id]);
        await db.WarmUpAsync(null, TestContext.Current.CancellationToken);
        await registered.WarmUpAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(1, lab.Count("Decrypt"));
    }

    [Fact]
    public async Task A_key_that_cannot_be_had_fails_the_warm_up()
    {
        await using var lab = await KeyLab.CreateAsync();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, "absent"));

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.WarmUpAsync());

        Assert.Equal("branch-key-unknown", refusal.Rule);
    }

    [Fact]
    public async Task One_key_store_that_fails_keeps_no_other_from_being_warmed_up()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        await lab.CreateBranchKeyAsync("tenant-a");
        using var writer = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id));
        using var db = lab.Context(dynamo => dynamo
            .UseKeyStore(lab.Store, "absent")
            .UseKeyStore(lab.Store, id)
            .UseKeyStore(new() { TableName = "no-such-table", Kms = lab.Store.Kms }, id));
        await writer.SaveAsync(new Memo { Id = "m", Text = "text" });

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.WarmUpAsync(["tenant-a"]));
        var warm = lab.Kms.CallCount();

        Assert.Equal("branch-key-unknown", refusal.Rule);
        Assert.Equal("text", (await db.LoadAsync<Memo>("m")).Text);
        Assert.Equal(warm, lab.Kms.CallCount());
    }

    [Fact]
    public async Task Nothing_is_fetched_ahead_for_a_key_that_is_used_directly()
    {
        await using var lab = await KeyLab.CreateAsync();
        using var db = lab.Context(dynamo => dynamo.UseKmsKey(lab.KeyArn));
        var before = lab.Kms.CallCount();

        await db.WarmUpAsync();

        Assert.Equal(before, lab.Kms.CallCount());
    }
}
