using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tests.Keys;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

public sealed class SigningKeyCacheTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void S16_a_pair_serves_one_item_at_a_time()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var first = cache.Rent("scope");
        var second = cache.Rent("scope");
        Assert.NotSame(first, second);
        cache.Return(first);

        Assert.Same(first, cache.Rent("scope"));
    }

    [Fact]
    public void S16_a_pair_never_leaves_its_scope()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var pair = cache.Rent("tenant-1");
        cache.Return(pair);

        Assert.NotSame(pair, cache.Rent("tenant-2"));
        Assert.Same(pair, cache.Rent("tenant-1"));
    }

    [Fact]
    public void S16_a_pair_is_retired_after_1000_items()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var pair = cache.Rent("");
        for (var i = 1; i < SigningKeyCache.MaxItems; i++)
        {
            cache.Return(pair);
            Assert.Same(pair, cache.Rent(""));
        }

        cache.Return(pair);
        Assert.NotSame(pair, cache.Rent(""));
        AssertDisposed(pair);
    }

    [Fact]
    public void S16_a_pair_is_retired_by_a_timer_after_5_minutes_even_if_nobody_asks()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var pair = cache.Rent("");
        cache.Return(pair);
        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Same(pair, cache.Rent(""));
        cache.Return(pair);
        _time.Advance(TimeSpan.FromMinutes(0.2));

        AssertDisposed(pair);
    }

    [Fact]
    public void S16_a_pair_is_retired_when_only_the_wall_clock_says_so()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var pair = cache.Rent("");
        cache.Return(pair);
        _time.AdjustTime(_time.GetUtcNow() + TimeSpan.FromMinutes(6));

        Assert.NotSame(pair, cache.Rent(""));
        AssertDisposed(pair);
    }

    [Fact]
    public void S16_closing_disposes_the_idle_pairs_and_those_that_come_back()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var lent = cache.Rent("");
        var idle = cache.Rent("");
        cache.Return(idle);

        cache.Close();
        AssertDisposed(idle);
        lent.Sign(new byte[48], new byte[EcdsaDer.Length]);
        cache.Return(lent);
        AssertDisposed(lent);
    }

    [Fact]
    public void S16_without_reuse_every_item_has_a_pair_of_its_own()
    {
        var cache = new SigningKeyCache(reuse: false, _time);
        var pair = cache.Rent("");
        cache.Return(pair);

        AssertDisposed(pair);
        Assert.NotSame(pair, cache.Rent(""));
    }

    [Fact]
    public void The_number_of_idle_pairs_is_bounded()
    {
        var cache = new SigningKeyCache(reuse: true, _time);
        var pairs = Enumerable.Range(0, SigningKeyCache.MaxIdle + 1).Select(_ => cache.Rent("")).ToArray();
        Array.ForEach(pairs, cache.Return);

        AssertDisposed(pairs[^1]);
    }

    [Fact]
    public void An_item_costs_hardly_more_than_one_signing()
    {
        const int items = 600;
        using var pair = new SigningKeyPair("", _time);
        var destination = new byte[EcdsaDer.Length];
        for (var i = 0; i < items; i++)
        {
            pair.Sign(System.Security.Cryptography.RandomNumberGenerator.GetBytes(48), destination);
        }

        // One in 256 is signed again; more than 1.02 would be six standard deviations away.
        Assert.InRange(pair.Signatures / (double)items, 1, 1.02);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task The_public_key_of_each_item_is_the_pairs_own(bool reuse, int distinctKeys)
    {
        using var keyring = new RawAesKeyring("ns", "name", new byte[32]);
        var configuration = Items.Configuration with { AlgorithmSuite = AlgorithmSuite.EcdsaP384SymSigHmacSha384, ReuseSigningKey = reuse };
        var encryptor = new ItemEncryptor(configuration, keyring);
        var publicKeys = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var stored = await encryptor.EncryptAsync(Items.Plain());
            publicKeys.Add(ItemEncryptor.Describe(stored).StoredEncryptionContext["aws-crypto-public-key"]);
            await encryptor.DecryptAsync(stored);
        }

        Assert.Equal(distinctKeys, publicKeys.Count);
    }

    [Fact]
    public async Task S16_items_of_two_branch_keys_are_never_signed_by_one_pair()
    {
        using var source = new InMemoryBranchKeySource();
        source.Add(new BranchKey("p-1", Guid.NewGuid(), new byte[32]));
        source.Add(new BranchKey("p-2", Guid.NewGuid(), new byte[32]));
        var encryptor = new ItemEncryptor(
            Items.Configuration with { AlgorithmSuite = AlgorithmSuite.EcdsaP384SymSigHmacSha384 },
            new HierarchicalKeyring(source, new ById()));
        var publicKeys = new List<string>();
        foreach (var id in new[] { "p-1", "p-2", "p-1" })
        {
            var plain = Items.Plain();
            plain["Id"] = new() { S = id };
            publicKeys.Add(ItemEncryptor.Describe(await encryptor.EncryptAsync(plain)).StoredEncryptionContext["aws-crypto-public-key"]);
        }

        Assert.Equal(publicKeys[0], publicKeys[2]);
        Assert.NotEqual(publicKeys[0], publicKeys[1]);
    }

    [Fact]
    public async Task S16_under_a_keyring_of_somebody_elses_every_item_has_a_pair_of_its_own()
    {
        using var inner = new RawAesKeyring("ns", "name", new byte[32]);
        var encryptor = new ItemEncryptor(
            Items.Configuration with { AlgorithmSuite = AlgorithmSuite.EcdsaP384SymSigHmacSha384 },
            new MultiKeyring(inner, new SomebodysKeyring(inner)));
        var first = ItemEncryptor.Describe(await encryptor.EncryptAsync(Items.Plain()));
        var second = ItemEncryptor.Describe(await encryptor.EncryptAsync(Items.Plain()));

        // It may serve several tenants, who must not be able to sign with one pair.
        Assert.NotEqual(first.StoredEncryptionContext["aws-crypto-public-key"], second.StoredEncryptionContext["aws-crypto-public-key"]);
    }

    private static void AssertDisposed(SigningKeyPair pair)
        => Assert.Throws<ObjectDisposedException>(() => pair.Sign(new byte[48], new byte[EcdsaDer.Length]));

    private sealed class SomebodysKeyring(IKeyring inner) : IKeyring
    {
        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken) => inner.OnEncryptAsync(materials, cancellationToken);

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken)
            => inner.OnDecryptAsync(materials, encryptedDataKeys, cancellationToken);
    }

    private sealed class ById : IBranchKeySelector
    {
        public string SelectBranchKeyId(IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> attributes) => attributes["Id"].S;
    }
}
