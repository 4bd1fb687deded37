using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Key bytes in pinned memory: the collector never copies them, and they are zeroed on dispose. Buffers of the usual
/// lengths are kept for reuse.
/// </summary>
internal sealed class SecretBuffer : IDisposable
{
    /// <summary>The length of data keys, intermediate keys and signing keys.</summary>
    public const int KeyLength = 32;

    /// <summary>The length of the block of random bytes that one item draws.</summary>
    public const int BlockLength = 128;

    private const int MaxKept = 256;
    private static readonly ConcurrentQueue<byte[]> s_keptKeys = new();
    private static readonly ConcurrentQueue<byte[]> s_keptBlocks = new();

    private byte[]? _bytes;

    private SecretBuffer(byte[] bytes)
    {
        _bytes = bytes;
    }

    public Span<byte> Span => Bytes;

    public Memory<byte> Memory => Bytes;

    /// <summary>The array itself, exactly as long as the key, for APIs that take arrays.</summary>
    public byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(SecretBuffer));

    /// <summary>Provides a zeroed buffer.</summary>
    public static SecretBuffer Rent(int length = KeyLength)
        => new(KeptFor(length) is { } kept && kept.TryDequeue(out var bytes) ? bytes : GC.AllocateArray<byte>(length, pinned: true));

    public static SecretBuffer CopyOf(ReadOnlySpan<byte> key)
    {
        var buffer = Rent(key.Length);
        key.CopyTo(buffer.Span);
        return buffer;
    }

    public void Dispose()
    {
        // Exchanged, so that two disposals can't put one array into the pool twice.
        var bytes = Interlocked.Exchange(ref _bytes, null);
        if (bytes is null)
        {
            return;
        }

        CryptographicOperations.ZeroMemory(bytes);
        if (KeptFor(bytes.Length) is { } kept && kept.Count < MaxKept)
        {
            kept.Enqueue(bytes);
        }
    }

    private static ConcurrentQueue<byte[]>? KeptFor(int length) => length switch
    {
        KeyLength => s_keptKeys,
        BlockLength => s_keptBlocks,
        _ => null,
    };
}
