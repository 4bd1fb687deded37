using System.Security.Cryptography;

namespace Encrypted.Mapper.Benchmarks.Floor;

/// <summary>
/// What the format can't do without: its calls into System.Security.Cryptography for one item under a raw AES key, on
/// memory that was allocated before, and nothing else. It parses, copies and assembles nothing.
/// </summary>
internal sealed class PrimitiveCalls : IDisposable
{
    private const int RandomLength = 32 + 32 + 32 + 12;
    private const int InfoLength = 18 + 32;

    private readonly ItemShape _shape;
    private readonly AesGcm _wrappingKey = new(new byte[32], Sealed.TagLength);
    private readonly Aes _fieldRootKey = Aes.Create();
    private readonly ECDsa? _signingKey;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _random = new byte[RandomLength];
    private readonly byte[] _info = new byte[InfoLength];
    private readonly byte[] _derived = new byte[32];
    private readonly byte[] _opened = new byte[32];
    private readonly byte[] _pseudoRandomKey = new byte[HMACSHA512.HashSizeInBytes];
    private readonly byte[] _hash = new byte[SHA384.HashSizeInBytes];
    private readonly byte[] _signature = new byte[96];
    private readonly byte[] _context;
    private readonly byte[] _header;
    private readonly byte[] _record;
    private readonly byte[] _keystream;
    private readonly byte[] _plaintext;
    private readonly Sealed _intermediateKey;
    private readonly Sealed _dataKey;
    private readonly Sealed[] _fields;

    public PrimitiveCalls(ItemShape shape)
    {
        _shape = shape;
        _signingKey = shape.IsSigned ? ECDsa.Create(ECCurve.NamedCurves.nistP384) : null;
        _context = new byte[shape.ContextLength];
        _header = new byte[shape.HeaderLength];
        _record = new byte[shape.RecordLength];
        _keystream = new byte[shape.Fields.Length * 48];
        _plaintext = new byte[shape.Fields.Select(field => field.Length).DefaultIfEmpty().Max()];
        _intermediateKey = Sealed.Create(_wrappingKey, 32, _context);
        using var key = new AesGcm(_key, Sealed.TagLength);
        _dataKey = Sealed.Create(key, 32, _context);
        _fields = [.. shape.Fields.Select(field => Sealed.Create(key, field.Length, new byte[field.PathLength]))];
        SHA384.HashData(_record, _hash);
        _signingKey?.SignHash(_hash).CopyTo(_signature, 0);
    }

    public void Encrypt()
    {
        RandomNumberGenerator.Fill(_random);
        _intermediateKey.Seal(_wrappingKey, _opened);
        DeriveFromIntermediateKey();
        using (var key = new AesGcm(_key, Sealed.TagLength))
        {
            _dataKey.Seal(key, _opened);
        }

        DeriveFromDataKey();
        foreach (var field in _fields)
        {
            using var key = new AesGcm(_key, Sealed.TagLength);
            field.Seal(key, _plaintext);
        }

        Authenticate();
        _signingKey?.SignHash(_hash, _signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Decrypt()
    {
        _intermediateKey.Open(_wrappingKey, _opened);
        DeriveFromIntermediateKey();
        using (var key = new AesGcm(_key, Sealed.TagLength))
        {
            _dataKey.Open(key, _opened);
        }

        DeriveFromDataKey();
        Authenticate();
        if (_signingKey is not null && !_signingKey.VerifyHash(_hash, _signature))
        {
            throw new CryptographicException("The floor's own signature doesn't verify.");
        }

        foreach (var field in _fields)
        {
            using var key = new AesGcm(_key, Sealed.TagLength);
            field.Open(key, _plaintext);
        }
    }

    public void Dispose()
    {
        _wrappingKey.Dispose();
        _fieldRootKey.Dispose();
        _signingKey?.Dispose();
    }

    private void DeriveFromIntermediateKey()
    {
        HKDF.Extract(HashAlgorithmName.SHA512, _key, salt: [], _pseudoRandomKey);
        HKDF.Expand(HashAlgorithmName.SHA512, _pseudoRandomKey, _derived, "AWS_MPL_INTERMEDIATE_KEYWRAP_MAC"u8);
        HKDF.Expand(HashAlgorithmName.SHA512, _pseudoRandomKey, _derived, "AWS_MPL_INTERMEDIATE_KEYWRAP_ENC"u8);
    }

    private void DeriveFromDataKey()
    {
        HKDF.DeriveKey(HashAlgorithmName.SHA512, _key, _derived, salt: [], _info);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, _key, _derived, salt: [], _info);
        HMACSHA512.HashData(_derived, _header, _pseudoRandomKey);
        _fieldRootKey.EncryptEcb(_keystream, _keystream, PaddingMode.None);
    }

    private void Authenticate()
    {
        SHA384.HashData(_record, _shape.IsSigned ? _info.AsSpan() : _hash);
        HMACSHA384.HashData(_key, _hash, _pseudoRandomKey);
    }
}
