using System.Security.Cryptography;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Hands out the output of the system's random generator, drawn once for all that one item usually needs: a call costs
/// nearly the same for 12 bytes as for 128. Each byte is handed out once and zeroed behind.
/// </summary>
internal struct RandomBytes : IDisposable
{
    private SecretBuffer? _block;
    private int _used;

    public void Fill(Span<byte> destination)
    {
        if (_block is null)
        {
            _block = SecretBuffer.Rent(SecretBuffer.BlockLength);
            RandomNumberGenerator.Fill(_block.Span);
        }

        if (destination.Length > _block.Span.Length - _used)
        {
            RandomNumberGenerator.Fill(destination);
            return;
        }

        var next = _block.Span.Slice(_used, destination.Length);
        _used += destination.Length;
        next.CopyTo(destination);
        CryptographicOperations.ZeroMemory(next);
    }

    public void Dispose()
    {
        _block?.Dispose();
        _block = null;
        _used = 0;
    }
}
