using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tests.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

public sealed class VerificationKeyCacheTests
{
    [Fact]
    public void S17_a_key_is_found_by_its_exact_bytes_only_after_it_was_returned()
    {
        using var pair = new SigningKeyPair("", TimeProvider.System);
        var cache = new VerificationKeyCache();
        var key = cache.Rent(pair.EncodedPublicKey.Span)!;
        Assert.Equal(0, cache.Count);
        cache.Return(key);

        Assert.Same(key, cache.Rent(pair.EncodedPublicKey.Span));
        Assert.Null(cache.Rent(new byte[pair.EncodedPublicKey.Length]));
        key.Dispose();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task S17_a_key_is_kept_only_after_an_item_verified_with_it(bool forged, int kept)
    {
        using var keyring = new RawAesKeyring("ns", "name", new byte[32]);
        var configuration = Items.Configuration with { AlgorithmSuite = AlgorithmSuite.EcdsaP384SymSigHmacSha384 };
        var item = await new ItemEncryptor(configuration, keyring).EncryptAsync(Items.Plain());
        if (forged)
        {
            // The last byte of the footer belongs to the signature: the recipient's tag before it still fits.
            item["aws_dbe_foot"].B.GetBuffer()[^1] ^= 1;
        }

        var cache = new VerificationKeyCache();
        using (var decryption = ItemDecryption.Begin(new ItemLayout(configuration), item, cache))
        {
            await keyring.OnDecryptAsync(decryption.Materials, decryption.EncryptedDataKeys, TestContext.Current.CancellationToken);
            var refusal = Record.Exception(() => decryption.Finish());
            Assert.Equal(forged ? "signature" : null, (refusal as ItemVerificationException)?.Rule);
        }

        Assert.Equal(kept, cache.Count);
    }

    [Fact]
    public void S17_one_writers_key_does_not_evict_all_others()
    {
        var cache = new VerificationKeyCache();
        using var rare = new SigningKeyPair("", TimeProvider.System);
        using var busy = new SigningKeyPair("", TimeProvider.System);
        var kept = cache.Rent(rare.EncodedPublicKey.Span)!;
        cache.Return(kept);
        var atOnce = Enumerable.Range(0, VerificationKeyCache.Capacity).Select(_ => cache.Rent(busy.EncodedPublicKey.Span)!).ToArray();
        Array.ForEach(atOnce, cache.Return);

        Assert.Equal(1 + VerificationKeyCache.MaxCopies, cache.Count);
        Assert.Same(kept, cache.Rent(rare.EncodedPublicKey.Span));
        kept.Dispose();
    }

    [Fact]
    public void S17_the_cache_is_bounded_and_keeps_what_was_used_last()
    {
        var cache = new VerificationKeyCache();
        using var oldest = new SigningKeyPair("", TimeProvider.System);
        using var used = new SigningKeyPair("", TimeProvider.System);
        cache.Return(cache.Rent(oldest.EncodedPublicKey.Span)!);
        var kept = cache.Rent(used.EncodedPublicKey.Span)!;
        cache.Return(kept);
        for (var i = 0; i < VerificationKeyCache.Capacity - 1; i++)
        {
            using var other = new SigningKeyPair("", TimeProvider.System);
            cache.Return(cache.Rent(other.EncodedPublicKey.Span)!);
        }

        Assert.Equal(VerificationKeyCache.Capacity, cache.Count);
        Assert.Same(kept, cache.Rent(used.EncodedPublicKey.Span));
        kept.Dispose();
    }
}
