using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>The roles of a key store, with the rights of docs/least-privilege.md.</summary>
public sealed class KeyStoreRoleTests : RunningKms
{
    private readonly KeyStoreItems _table = new();

    [Fact]
    public async Task A_key_administrator_creates_and_rotates_branch_keys_and_learns_none()
    {
        var key = CreateRoles();
        var store = Store("key-administrator", key);

        var id = await store.CreateKeyAsync(cancellationToken: Cancellation);
        await store.VersionKeyAsync(id, Cancellation);

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.GetActiveAsync(id, Cancellation));
        Assert.Equal("kms-access-denied", error.Rule);
        Assert.Contains(new("kms:Decrypt", key, "AccessDeniedException"), error.Attempts);
        Assert.DoesNotContain(Kms.Calls, call => call.ErrorCode is null && call.Operation is "Decrypt" or "GenerateDataKey");
    }

    [Theory]
    [InlineData(AlgorithmSuite.SymSigHmacSha384)]
    [InlineData(AlgorithmSuite.EcdsaP384SymSigHmacSha384)]
    public async Task A_user_of_branch_keys_reads_and_writes_items_and_makes_no_branch_key(AlgorithmSuite suite)
    {
        var key = CreateRoles();
        var id = await Store("key-administrator", key).CreateKeyAsync(cancellationToken: Cancellation);
        var store = Store("branch-key-user", key);

        var keyring = new HierarchicalKeyring(new UncachedStore(store), id);
        Assert.Equal(Secret, await ReadAsync(keyring, await WriteAsync(keyring, suite)));

        foreach (var refused in new Func<Task>[] { () => store.CreateKeyAsync(cancellationToken: Cancellation), () => store.VersionKeyAsync(id, Cancellation) })
        {
            Assert.Equal("kms-access-denied", (await Assert.ThrowsAsync<KeyUnavailableException>(refused)).Rule);
        }
    }

    [Fact]
    public async Task Without_the_condition_on_ReEncrypt_an_administrator_learns_a_branch_key()
    {
        var key = CreateRoles();
        var own = Kms.CreateKey();
        var id = await Store("key-administrator", key).CreateKeyAsync(cancellationToken: Cancellation);
        var item = _table[id, "branch:ACTIVE"];
        using var client = Kms.CreateClient("key-administrator");
        var carried = await client.ReEncryptAsync(
            new() { CiphertextBlob = item["enc"].B, SourceKeyId = key, SourceEncryptionContext = ContextOf(item), DestinationKeyId = own },
            Cancellation);
        var learned = await client.DecryptAsync(new() { CiphertextBlob = carried.CiphertextBlob, KeyId = own }, Cancellation);

        using var source = new InMemoryBranchKeySource();
        source.Add(new(id, Guid.Parse(item["version"].S["branch:version:".Length..]), learned.Plaintext.ToArray()));
        var stored = await WriteAsync(new HierarchicalKeyring(new UncachedStore(Store("branch-key-user", key)), id));
        Assert.Equal(Secret, await ReadAsync(new HierarchicalKeyring(source, id), stored));
    }

    [Fact]
    public async Task An_administrator_and_a_user_of_one_branch_key_together_learn_another()
    {
        var key = CreateRoles();
        var administrator = Store("key-administrator", key);
        var own = await administrator.CreateKeyAsync(cancellationToken: Cancellation);
        var another = await administrator.CreateKeyAsync(cancellationToken: Cancellation);
        var stored = await WriteAsync(new HierarchicalKeyring(new UncachedStore(Store("branch-key-user", key)), another));

        // No key of its own: the very calls that a rotation makes.
        var (wanted, place) = (_table[another, "branch:ACTIVE"], _table[own, "branch:ACTIVE"]);
        using var client = Kms.CreateClient("key-administrator");
        var renamed = await client.ReEncryptAsync(
            new() { CiphertextBlob = wanted["enc"].B, SourceKeyId = key, SourceEncryptionContext = ContextOf(wanted), DestinationKeyId = key, DestinationEncryptionContext = ContextOf(place) },
            Cancellation);
        using var user = Kms.CreateClient("branch-key-user");
        var learned = await user.DecryptAsync(new() { CiphertextBlob = renamed.CiphertextBlob, KeyId = key, EncryptionContext = ContextOf(place) }, Cancellation);

        using var source = new InMemoryBranchKeySource();
        source.Add(new(another, Guid.Parse(wanted["version"].S["branch:version:".Length..]), learned.Plaintext.ToArray()));
        Assert.Equal(Secret, await ReadAsync(new HierarchicalKeyring(source, another), stored));
    }

    private static Dictionary<string, string> ContextOf(Dictionary<string, AttributeValue> item)
        => new(item.Where(pair => pair.Key != "enc").Select(pair => KeyValuePair.Create(pair.Key, pair.Value.S ?? pair.Value.N))) { ["tablename"] = "BranchKeys" };

    private string CreateRoles()
    {
        var key = Kms.CreateKey();
        Kms.Restrict(key).AllowRole("key-administrator").AllowRole("branch-key-user");
        return key;
    }

    private BranchKeyStore Store(string caller, string key)
        => new(new() { TableName = "BranchKeys", Kms = BranchKeyStoreKms.Key(key) }, _table, Kms.Clients(caller));
}
