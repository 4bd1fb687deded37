using System.Buffers;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Bytes that may hold a key: outgrown arrays are overwritten, and the last one on dispose.</summary>
internal sealed class ZeroedBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = new byte[2048];
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Clear()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _length = 0;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = _length + Math.Max(sizeHint, 1);
        if (wanted > _bytes.Length)
        {
            var outgrown = _bytes;
            _bytes = new byte[Math.Max(wanted, outgrown.Length * 2)];
            outgrown.CopyTo(_bytes, 0);
            CryptographicOperations.ZeroMemory(outgrown);
        }

        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose() => Clear();
}
