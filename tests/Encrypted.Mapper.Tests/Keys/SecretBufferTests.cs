using System.Runtime.InteropServices;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

[Collection(nameof(Support.SharedPools))]
public sealed class SecretBufferTests
{
    [Theory]
    [InlineData(SecretBuffer.KeyLength)]
    [InlineData(SecretBuffer.BlockLength)]
    [InlineData(24)]
    public void S22_a_key_is_zeroed_on_dispose(int length)
    {
        var buffer = SecretBuffer.Rent(length);
        buffer.Span.Fill(0xA5);
        var memory = buffer.Memory;
        buffer.Dispose();

        Assert.DoesNotContain(memory.ToArray(), value => value != 0);
        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
    }

    [Fact]
    public void S22_the_collector_never_moves_a_key()
    {
        using var buffer = SecretBuffer.Rent();
        var before = AddressOf(buffer);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

        Assert.Equal(before, AddressOf(buffer));
        Assert.Equal(GC.MaxGeneration, GC.GetGeneration(buffer.Bytes));
    }

    [Fact]
    public void A_buffer_disposed_twice_is_never_given_to_two_owners()
    {
        var buffer = SecretBuffer.Rent();
        buffer.Dispose();
        buffer.Dispose();
        using var first = SecretBuffer.Rent();
        using var second = SecretBuffer.Rent();

        Assert.NotSame(first.Bytes, second.Bytes);
    }

    private static nint AddressOf(SecretBuffer buffer) => Marshal.UnsafeAddrOfPinnedArrayElement(buffer.Bytes, 0);
}
