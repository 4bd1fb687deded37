namespace Encrypted.Mapper.Tool.Tests.Support;

/// <summary>Gives its bytes in pieces of at most some length, as a pipe may.</summary>
internal sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
}
