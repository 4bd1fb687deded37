using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>Keys, sources and keyrings that don't do what they must: each a typed error.</summary>
public sealed class FaultyKeyTests
{
    [Theory]
    [InlineData(RawRsaPadding.OaepSha384)]
    [InlineData(RawRsaPadding.OaepSha512)]
    public void An_RSA_key_too_short_for_its_padding_is_refused_before_the_first_save(RawRsaPadding padding)
    {
        using var rsa = RSA.Create(1024);
        var publicKey = rsa.ExportSubjectPublicKeyInfoPem();
        var error = Assert.Throws<ModelConfigurationException>(() => new RawRsaKeyring("ns", "name", padding, publicKey, ""));

        Assert.Equal("raw-rsa-key", error.Rule);
        new RawRsaKeyring("ns", "name", RawRsaPadding.OaepSha256, publicKey, "").Dispose();
    }

    [Fact]
    public async Task A_keyring_that_wraps_nothing_is_named_as_the_cause()
    {
        var encryptor = new ItemEncryptor(Items.Configuration, new IdleKeyring());

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(async () => await encryptor.EncryptAsync(Items.Plain()));
        Assert.Equal("encrypted-data-key-count", error.Rule);
    }

    [Fact]
    public void A_multi_keyring_with_a_null_child_is_refused()
        => Assert.Throws<ArgumentException>(() => new MultiKeyring(new IdleKeyring(), [null!]));

    [Fact]
    public async Task A_source_that_answers_with_another_tenants_key_is_refused()
    {
        using var source = new ConfusedSource();
        var encryptor = new ItemEncryptor(Items.Configuration, new HierarchicalKeyring(source, "tenant-1"));

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(async () => await encryptor.EncryptAsync(Items.Plain()));
        Assert.Equal("branch-key-source", error.Rule);
    }

    [Fact]
    public async Task S27_A_selector_that_fails_on_an_item_to_be_written_is_reported_without_its_message()
    {
        using var source = new InMemoryBranchKeySource();
        var encryptor = new ItemEncryptor(Items.Configuration, new HierarchicalKeyring(source, new QuotingSelector()));

        var error = await Assert.ThrowsAsync<InvalidItemException>(async () => await encryptor.EncryptAsync(Items.Plain()));
        Assert.Equal(("branch-key-selector", "Patients"), (error.Rule, error.TableName));
        Assert.DoesNotContain("p-1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyring_of_somebodys_own_can_say_that_its_key_is_unavailable()
    {
        var service = new TimeoutException();
        var encryptor = new ItemEncryptor(Items.Configuration, new MultiKeyring(new AbsentKeyring(service)));

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(async () => await encryptor.EncryptAsync(Items.Plain()));
        Assert.Equal("key-unavailable", error.Rule);
        Assert.Same(service, error.InnerException);
    }

    private sealed class AbsentKeyring(Exception service) : IKeyring
    {
        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken) => throw new KeyUnavailableException("The vault doesn't answer.", service);

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => default;
    }

    private sealed class QuotingSelector : IBranchKeySelector
    {
        public string SelectBranchKeyId(IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> attributes)
            => throw new FormatException($"'{attributes["Id"].S}' names no tenant.");
    }

    private sealed class IdleKeyring : IKeyring
    {
        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken) => default;

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => default;
    }

    private sealed class ConfusedSource : IBranchKeySource, IDisposable
    {
        private readonly BranchKey _key = new("tenant-2", Guid.NewGuid(), new byte[32]);

        public ValueTask<BranchKeyLease> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken) => new(_key.Lease());

        public ValueTask<BranchKeyLease?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken) => new(_key.Lease());

        public void Dispose() => _key.Dispose();
    }
}
