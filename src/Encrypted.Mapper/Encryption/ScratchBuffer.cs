using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Encryption;

/// <summary>
/// A growing byte buffer for one operation. Its arrays come from a pool of its own and are zeroed before they go back,
/// because they hold plaintext.
/// </summary>
internal sealed class ScratchBuffer : IDisposable
{
    private static readonly ArrayPool<byte> s_pool = ArrayPool<byte>.Create(maxArrayLength: 1 << 20, maxArraysPerBucket: 32);

    private byte[] _bytes;
    private int _length;

    public ScratchBuffer(int capacity = 1024)
    {
        _bytes = s_pool.Rent(capacity);
    }

    public int Length => _length;

    public Span<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Appends <paramref name="size"/> bytes of unspecified content and returns them. The span is valid until the next append.</summary>
    public Span<byte> Append(int size)
    {
        var start = _length;
        var end = checked(start + size);
        if (end > _bytes.Length)
        {
            Grow(end);
        }

        _length = end;
        return _bytes.AsSpan(start, size);
    }

    public Span<byte> Slice(int start, int length) => _bytes.AsSpan(0, _length).Slice(start, length);

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    public void WriteByte(byte value) => Append(1)[0] = value;

    public void WriteUInt16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Append(2), checked((ushort)value));

    public void WriteUInt32(int value) => BinaryPrimitives.WriteUInt32BigEndian(Append(4), checked((uint)value));

    public void WriteUInt64(long value) => BinaryPrimitives.WriteUInt64BigEndian(Append(8), checked((ulong)value));

    /// <summary>Sets the four bytes at <paramref name="position"/>, reserved by an earlier append.</summary>
    public void PatchUInt32(int position, int value) => BinaryPrimitives.WriteUInt32BigEndian(Slice(position, 4), checked((uint)value));

    /// <summary>Sets the eight bytes at <paramref name="position"/>, reserved by an earlier append.</summary>
    public void PatchUInt64(int position, long value) => BinaryPrimitives.WriteUInt64BigEndian(Slice(position, 8), checked((ulong)value));

    /// <summary>Takes back what was written after <paramref name="length"/>, and zeroes it.</summary>
    public void Truncate(int length)
    {
        CryptographicOperations.ZeroMemory(_bytes.AsSpan(length, _length - length));
        _length = length;
    }

    public void Dispose()
    {
        var bytes = _bytes;
        if (bytes.Length == 0)
        {
            return;
        }

        _bytes = [];
        CryptographicOperations.ZeroMemory(bytes.AsSpan(0, _length));
        _length = 0;
        s_pool.Return(bytes);
    }

    private void Grow(int needed)
    {
        var larger = s_pool.Rent(Math.Max(needed, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
        Written.CopyTo(larger);
        CryptographicOperations.ZeroMemory(Written);
        s_pool.Return(_bytes);
        _bytes = larger;
    }
}
