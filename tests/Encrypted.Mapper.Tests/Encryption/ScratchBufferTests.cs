using Encrypted.Mapper.Encryption;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

[Collection(nameof(Support.SharedPools))]
public sealed class ScratchBufferTests
{
    private static readonly byte[] s_plaintext = "marked plaintext of some length"u8.ToArray();

    [Fact]
    public void S22_what_a_buffer_held_is_zeroed_when_it_goes_back_to_the_pool()
    {
        var buffer = new ScratchBuffer();
        buffer.Write(s_plaintext);
        var memory = buffer.Written;
        buffer.Dispose();

        Assert.DoesNotContain(memory.ToArray(), value => value != 0);
    }

    [Fact]
    public void S22_what_a_growing_buffer_leaves_behind_is_zeroed()
    {
        using var buffer = new ScratchBuffer(16);
        buffer.Write(s_plaintext.AsSpan(0, 16));
        var left = buffer.Written;
        buffer.Append(100_000);

        Assert.DoesNotContain(left.ToArray(), value => value != 0);
        Assert.Equal(s_plaintext.AsSpan(0, 16).ToArray(), buffer.Slice(0, 16).ToArray());
    }

    [Fact]
    public void S22_what_is_taken_back_is_zeroed()
    {
        using var buffer = new ScratchBuffer();
        buffer.Write(s_plaintext);
        var taken = buffer.Slice(4, s_plaintext.Length - 4);
        buffer.Truncate(4);

        Assert.DoesNotContain(taken.ToArray(), value => value != 0);
        Assert.Equal(4, buffer.Length);
    }

    [Fact]
    public void Disposing_twice_returns_the_array_once()
    {
        var buffer = new ScratchBuffer();
        buffer.Dispose();
        buffer.Dispose();
        using var first = new ScratchBuffer();
        using var second = new ScratchBuffer();
        first.Write(s_plaintext);
        second.Write(new byte[s_plaintext.Length]);

        Assert.Equal(s_plaintext, first.Written.ToArray());
    }
}
