namespace Encrypted.Mapper.KeyManagement.Tests.Memory;

/// <summary>What a scan looks for, kept in a form that the scan itself doesn't find.</summary>
internal sealed class MaskedBytes
{
    private const byte Mask = 0xA5;
    private readonly byte[] _masked;

    public MaskedBytes(ReadOnlySpan<byte> bytes)
    {
        _masked = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            _masked[i] = (byte)(bytes[i] ^ Mask);
        }
    }

    public int Length => _masked.Length;

    public byte First => (byte)(_masked[0] ^ Mask);

    public bool StandsAt(ReadOnlySpan<byte> memory)
    {
        for (var i = 0; i < _masked.Length; i++)
        {
            if ((memory[i] ^ Mask) != _masked[i])
            {
                return false;
            }
        }

        return true;
    }
}
