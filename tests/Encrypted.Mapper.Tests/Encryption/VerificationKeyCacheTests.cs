using Encrypted.Mapper.Encryption.Suites;
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
