namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>The bytes of a binary attribute: those of the whole stream, whatever its position.</summary>
internal static class BinaryContent
{
    public static ReadOnlySpan<byte> Of(MemoryStream stream)
        => stream.TryGetBuffer(out var buffer) ? buffer.AsSpan() : stream.ToArray();

    /// <summary>Wraps bytes so that they can be read back without a copy.</summary>
    public static MemoryStream ToStream(byte[] bytes)
        => new(bytes, 0, bytes.Length, writable: true, publiclyVisible: true);
}
