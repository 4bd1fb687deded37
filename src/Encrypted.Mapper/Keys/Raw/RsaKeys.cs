using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Keys;

/// <summary>RSA objects of one key, each used by one caller at a time, since they aren't documented as thread-safe. The key is kept zeroable between them.</summary>
internal sealed class RsaKeys : IDisposable
{
    private readonly ConcurrentBag<RSA> _idle = [];
    private readonly HeldKey _key;
    private readonly bool _isPrivate;
    private volatile bool _disposed;

    private RsaKeys(HeldKey key, bool isPrivate, int length)
    {
        _key = key;
        _isPrivate = isPrivate;
        Length = length;
    }

    /// <summary>The length of the modulus in bytes.</summary>
    public int Length { get; }

    /// <summary>Parses a PEM, or returns null if it isn't an RSA key of the kind.</summary>
    public static RsaKeys? TryParse(ReadOnlySpan<char> pem, bool isPrivate)
    {
        using var rsa = RSA.Create();
        byte[] exported;
        try
        {
            rsa.ImportFromPem(pem);
            exported = isPrivate ? rsa.ExportPkcs8PrivateKey() : rsa.ExportSubjectPublicKeyInfo();
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return null;
        }

        var keys = new RsaKeys(new HeldKey(exported), isPrivate, rsa.KeySize / 8);
        CryptographicOperations.ZeroMemory(exported);
        return keys;
    }

    public RSA Take()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        using var key = _key.Use();
        var rsa = RSA.Create();
        if (_isPrivate)
        {
            rsa.ImportPkcs8PrivateKey(key.Span, out _);
        }
        else
        {
            rsa.ImportSubjectPublicKeyInfo(key.Span, out _);
        }

        return rsa;
    }

    public void Return(RSA rsa)
    {
        _idle.Add(rsa);
        if (_disposed)
        {
            DisposeIdle();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        DisposeIdle();
        _key.Dispose();
    }

    private void DisposeIdle()
    {
        while (_idle.TryTake(out var rsa))
        {
            rsa.Dispose();
        }
    }
}
