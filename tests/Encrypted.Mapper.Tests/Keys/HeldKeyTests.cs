using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

public sealed class HeldKeyTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    [Fact]
    public void S22_a_key_stays_whole_under_an_operation_and_is_zeroed_behind_it()
    {
        var key = new HeldKey(s_key);
        var lease = key.Use();
        key.Dispose();
        Assert.Equal(s_key, lease.Span.ToArray());
        var bytes = lease.Span;
        lease.Dispose();

        Assert.DoesNotContain(bytes.ToArray(), value => value != 0);
    }

    [Fact]
    public void A_disposed_key_is_never_used_again()
    {
        var key = new HeldKey(s_key);
        using (key.Use())
        {
            key.Dispose();
            Assert.Throws<ObjectDisposedException>(() => key.Use().Dispose());
        }

        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Use().Dispose());
    }

    [Fact]
    public async Task Disposing_under_load_never_shows_a_zeroed_key()
    {
        for (var round = 0; round < 2_000; round++)
        {
            var key = new HeldKey(s_key);
            var disposal = Task.Run(key.Dispose);
            for (var i = 0; i < 100; i++)
            {
                if (!TryRead(key, out var first))
                {
                    break;
                }

                Assert.Equal(s_key[0], first);
            }

            await disposal;
        }
    }

    private static bool TryRead(HeldKey key, out byte first)
    {
        first = 0;
        try
        {
            using var lease = key.Use();
            first = lease.Span[0];
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
