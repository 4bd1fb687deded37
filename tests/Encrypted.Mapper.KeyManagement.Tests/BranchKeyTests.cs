using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.KeyManagement.Tests;

/// <summary>Contexts whose items are protected with the branch keys of a key store.</summary>
public sealed class BranchKeyTests
{
    [Fact]
    public async Task Every_item_of_a_context_is_protected_with_the_branch_key_that_is_named()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        using var writer = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id));
        using var reader = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id));

        await writer.SaveAsync(new Memo { Id = "m", Text = "by branch key" });

        Assert.Equal("by branch key", (await reader.LoadAsync<Memo>("m")).Text);
        Assert.Equal(id, await BranchKeyIdAsync(lab, lab.Memos));
    }

    [Fact]
    public async Task Each_tenant_has_items_under_its_own_branch_key()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.CreateBranchKeyAsync("tenant-a");
        await lab.CreateBranchKeyAsync("tenant-b");
        var memos = await lab.Admin.CreateKeyAsync();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, memos));

        await db.SaveAsync(new Invoice { Tenant = "tenant-a", Number = 1, Recipient = "Ada" });
        Assert.Equal("tenant-a", await BranchKeyIdAsync(lab, lab.Invoices));
        await db.DeleteAsync<Invoice>("tenant-a", 1);
        await db.SaveAsync(new Invoice { Tenant = "tenant-b", Number = 1, Recipient = "Blaise" });

        Assert.Equal("tenant-b", await BranchKeyIdAsync(lab, lab.Invoices));
        Assert.Equal("Blaise", (await db.LoadAsync<Invoice>("tenant-b", 1)).Recipient);
    }

    [Fact]
    public async Task S20_A_tenants_reader_refuses_another_tenants_item_and_asks_for_no_key()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.CreateBranchKeyAsync("tenant-a");
        await lab.CreateBranchKeyAsync("tenant-b");
        using var writer = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, "tenant-a"));
        using var other = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, "tenant-b"));
        await writer.SaveAsync(new Memo { Id = "m", Text = "of tenant a" });
        var before = lab.Count("Decrypt");

        var refusal = await Assert.ThrowsAsync<ItemVerificationException>(() => other.LoadAsync<Memo>("m"));

        Assert.Equal("data-key", refusal.Rule);
        Assert.Equal(before, lab.Count("Decrypt"));
    }

    [Fact]
    public async Task A_key_store_with_clients_of_its_own_serves_by_attribute_by_id_and_by_selector()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.CreateBranchKeyAsync("constant");
        using var byId = lab.Context(dynamo => dynamo.UseKeyStoreFrom(_ => lab.Admin, "constant"));

        await byId.SaveAsync(new Memo { Id = "m", Text = "text" });

        Assert.Equal("constant", await BranchKeyIdAsync(lab, lab.Memos));
        Assert.Equal("branch-key-missing", Assert.Throws<ModelConfigurationException>(() => lab.Context(dynamo => dynamo.UseKeyStoreFrom(_ => lab.Admin))).Rule);
        Assert.Equal("branch-key-ambiguous", Assert.Throws<ModelConfigurationException>(
            () => lab.Context(dynamo => dynamo.UseKeyStoreFrom(_ => lab.Admin, new ConstantSelector()))).Rule);
        Assert.Throws<ArgumentException>(() => lab.Context(dynamo => dynamo.UseKeyStoreFrom(_ => lab.Admin, "")));
    }

    [Fact]
    public async Task A_tenant_without_a_branch_key_is_refused_and_its_name_stays_out_of_the_message()
    {
        await using var lab = await KeyLab.CreateAsync();
        var memos = await lab.Admin.CreateKeyAsync();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, memos));

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Invoice { Tenant = "not-a-tenant", Number = 1 }));

        Assert.Equal("branch-key-unknown", refusal.Rule);
        Assert.DoesNotContain("not-a-tenant", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(refusal.Attempts, attempt => attempt.Key.Contains("not-a-tenant", StringComparison.Ordinal));
        Assert.Empty((await lab.Dynamo.ScanAsync(new ScanRequest(lab.Invoices))).Items ?? []);
    }

    [Fact]
    public async Task A_table_of_which_nothing_names_a_branch_key_is_refused_when_the_context_is_made()
    {
        await using var lab = await KeyLab.CreateAsync();

        var refusal = Assert.Throws<ModelConfigurationException>(() => lab.Context(dynamo => dynamo.UseKeyStore(lab.Store)));

        Assert.Equal("branch-key-missing", refusal.Rule);
        Assert.Equal(lab.Memos, refusal.TableName);
    }

    [Fact]
    public async Task A_selector_beside_the_attribute_is_refused_when_the_context_is_made()
    {
        await using var lab = await KeyLab.CreateAsync();

        var refusal = Assert.Throws<ModelConfigurationException>(() => lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, new ConstantSelector())));

        Assert.Equal("branch-key-ambiguous", refusal.Rule);
        Assert.Equal("Tenant", refusal.AttributeName);
    }

    [Fact]
    public async Task S20_Discovery_cannot_stand_in_a_contexts_key_store()
    {
        await using var lab = await KeyLab.CreateAsync();
        var store = new BranchKeyStoreConfiguration { TableName = lab.Store.TableName, Kms = BranchKeyStoreKms.Discovery(new KmsDiscoveryFilter("aws", "111122223333")) };

        var refusal = Assert.Throws<ModelConfigurationException>(() => lab.Context(dynamo => dynamo.UseKeyStore(store, "id")));

        Assert.Equal("key-store-discovery", refusal.Rule);
    }

    private static async Task<string> BranchKeyIdAsync(KeyLab lab, string table)
    {
        var item = Assert.Single((await lab.Dynamo.ScanAsync(new ScanRequest(table))).Items);
        var key = Assert.Single(ItemEncryptor.Describe(item).EncryptedDataKeys);
        Assert.Equal("aws-kms-hierarchy", key.ProviderId);
        return System.Text.Encoding.UTF8.GetString(key.ProviderInfo.Span);
    }

    private sealed class ConstantSelector : IBranchKeySelector
    {
        public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes) => "constant";
    }
}
