using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys under an RSA public key, and unwraps them with the private key (keyrings, section 5). With only one of the
/// two it can only write or only read. Thread-safe.
/// </summary>
/// <remarks>Whoever has the public key can forge items: RSA wrapping tells readers nothing about the writer.</remarks>
public sealed class RawRsaKeyring : WrappingKeyring, ISigningScope, IDisposable
{
    private readonly RawKeyName _name;
    private readonly RSAEncryptionPadding _padding;
    private readonly RsaKeys? _publicKey;
    private readonly RsaKeys? _privateKey;

    /// <summary>Creates a keyring.</summary>
    /// <param name="keyNamespace">The namespace of the key's name; stored with each item. Not <c>aws-kms</c>.</param>
    /// <param name="keyName">The key's name within the namespace; stored with each item.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="publicKeyPem">The public key, for writing; empty to read only.</param>
    /// <param name="privateKeyPem">The private key, for reading; empty to write only. The caller should zero its own copy.</param>
    /// <exception cref="ModelConfigurationException">A name isn't allowed, or there is no usable key, or one too short for the padding. The message doesn't contain the key.</exception>
    public RawRsaKeyring(string keyNamespace, string keyName, RawRsaPadding padding, ReadOnlySpan<char> publicKeyPem, ReadOnlySpan<char> privateKeyPem)
    {
        _name = new RawKeyName(keyNamespace, keyName);
        _padding = ToPadding(padding);
        if (publicKeyPem.IsEmpty && privateKeyPem.IsEmpty)
        {
            throw new ModelConfigurationException("raw-rsa-key", "A raw RSA keyring needs a public key, a private key, or both (rule raw-rsa-key).");
        }

        _publicKey = Parse(publicKeyPem, isPrivate: false);
        _privateKey = Parse(privateKeyPem, isPrivate: true);
        if (Math.Min(_publicKey?.Length ?? int.MaxValue, _privateKey?.Length ?? int.MaxValue) < SecretBuffer.KeyLength + Overhead(padding))
        {
            Dispose();
            throw new ModelConfigurationException("raw-rsa-key", "The RSA key of a raw RSA keyring is too short to wrap a key with its padding (rule raw-rsa-key).");
        }
    }

    /// <summary>The namespace of the key's name.</summary>
    public string Namespace => _name.Namespace;

    /// <summary>The key's name within the namespace.</summary>
    public string Name => _name.Name;

    /// <summary>Zeroes the keys. The keyring can't be used afterwards.</summary>
    public void Dispose()
    {
        _publicKey?.Dispose();
        _privateKey?.Dispose();
    }

    string? ISigningScope.SigningScope(EncryptionContext encryptionContext) => "";

    /// <inheritdoc/>
    protected override ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        if (_publicKey is null)
        {
            throw new ModelConfigurationException("raw-rsa-public-key", "A raw RSA keyring without a public key can only read (rule raw-rsa-public-key).");
        }

        materials.FillRandom(intermediateKey.Span);
        var rsa = _publicKey.Take();
        try
        {
            var providerPart = rsa.Encrypt(intermediateKey.Span, _padding);
            return new(new WrappedIntermediateKey(_name.Namespace, _name.Utf8Name, providerPart));
        }
        finally
        {
            _publicKey.Return(rsa);
        }
    }

    /// <inheritdoc/>
    protected override bool Matches(EncryptedDataKey encryptedDataKey)
    {
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        return _privateKey is not null
            && string.Equals(encryptedDataKey.ProviderId, _name.Namespace, StringComparison.Ordinal)
            && PublicBytes.Equal(encryptedDataKey.ProviderInfo.Span, _name.Utf8Name);
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        // Whatever is wrong with the padding, unwrapping goes on with a random key and fails at the authentication of the
        // data key like any other wrong key: an attacker who sends items learns nothing from how and when it fails.
        RandomNumberGenerator.Fill(intermediateKey.Span);
        var rsa = _privateKey!.Take();
        using var decrypted = SecretBuffer.Rent(Math.Max(SecretBuffer.KeyLength, rsa.KeySize / 8));
        try
        {
            if (rsa.TryDecrypt(providerPart.Span, decrypted.Span, _padding, out var length) && length == SecretBuffer.KeyLength)
            {
                decrypted.Span[..length].CopyTo(intermediateKey.Span);
            }
        }
        catch (CryptographicException)
        {
            // The random key stands.
        }
        finally
        {
            _privateKey.Return(rsa);
        }

        return new(true);
    }

    private static RsaKeys? Parse(ReadOnlySpan<char> pem, bool isPrivate)
        => pem.IsEmpty ? null : RsaKeys.TryParse(pem, isPrivate) ?? throw new ModelConfigurationException(
            "raw-rsa-key",
            $"The {(isPrivate ? "private" : "public")} key of a raw RSA keyring is not an RSA key in PEM form (rule raw-rsa-key).");

    // In bytes: RFC 8017, sections 7.1.1 and 7.2.1.
    private static int Overhead(RawRsaPadding padding) => padding switch
    {
        RawRsaPadding.OaepSha1 => (2 * SHA1.HashSizeInBytes) + 2,
        RawRsaPadding.OaepSha256 => (2 * SHA256.HashSizeInBytes) + 2,
        RawRsaPadding.OaepSha384 => (2 * SHA384.HashSizeInBytes) + 2,
        RawRsaPadding.OaepSha512 => (2 * SHA512.HashSizeInBytes) + 2,
        _ => 11,
    };

    private static RSAEncryptionPadding ToPadding(RawRsaPadding padding) => padding switch
    {
        RawRsaPadding.OaepSha256 => RSAEncryptionPadding.OaepSHA256,
        RawRsaPadding.OaepSha1 => RSAEncryptionPadding.OaepSHA1,
        RawRsaPadding.OaepSha384 => RSAEncryptionPadding.OaepSHA384,
        RawRsaPadding.OaepSha512 => RSAEncryptionPadding.OaepSHA512,
        RawRsaPadding.Pkcs1 => RSAEncryptionPadding.Pkcs1,
        _ => throw new ArgumentOutOfRangeException(nameof(padding)),
    };
}
