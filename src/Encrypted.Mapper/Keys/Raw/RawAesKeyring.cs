using System.Buffers.Binary;
using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys under an AES key that the application holds (keyrings, section 4). The key is copied into pinned memory
/// and zeroed on dispose. Thread-safe.
/// </summary>
/// <remarks>Whoever holds the key can forge items as well as read them, with either algorithm suite.</remarks>
public sealed class RawAesKeyring : WrappingKeyring, ISigningScope, IDisposable
{
    private const int TagLength = 16;
    private const int NonceLength = 12;
    private const int InfoSuffixLength = sizeof(uint) + sizeof(uint) + NonceLength;

    private readonly RawKeyName _name;
    private readonly HeldKey _wrappingKey;
    private readonly byte[] _infoPrefix;

    /// <summary>Creates a keyring.</summary>
    /// <param name="keyNamespace">The namespace of the key's name; stored with each item. Not <c>aws-kms</c>.</param>
    /// <param name="keyName">The key's name within the namespace; stored with each item.</param>
    /// <param name="wrappingKey">The key: 16, 24 or 32 bytes. It is copied; the caller should zero its own copy.</param>
    /// <exception cref="ModelConfigurationException">A name or the key's length is not allowed. The message doesn't contain the key.</exception>
    public RawAesKeyring(string keyNamespace, string keyName, ReadOnlySpan<byte> wrappingKey)
    {
        _name = new RawKeyName(keyNamespace, keyName, InfoSuffixLength);
        if (wrappingKey.Length is not (16 or 24 or 32))
        {
            throw new ModelConfigurationException("raw-key-length", "A raw AES key must be 16, 24 or 32 bytes long (rule raw-key-length).");
        }

        _wrappingKey = new HeldKey(wrappingKey);
        var name = _name.Utf8Name;
        _infoPrefix = new byte[name.Length + sizeof(uint) + sizeof(uint)];
        name.CopyTo(_infoPrefix, 0);
        BinaryPrimitives.WriteUInt32BigEndian(_infoPrefix.AsSpan(name.Length), TagLength * 8);
        BinaryPrimitives.WriteUInt32BigEndian(_infoPrefix.AsSpan(name.Length + sizeof(uint)), NonceLength);
    }

    /// <summary>The namespace of the key's name.</summary>
    public string Namespace => _name.Namespace;

    /// <summary>The key's name within the namespace.</summary>
    public string Name => _name.Name;

    /// <summary>Zeroes the key as soon as no operation uses it any more. The keyring can't be used afterwards.</summary>
    public void Dispose() => _wrappingKey.Dispose();

    string? ISigningScope.SigningScope(EncryptionContext encryptionContext) => "";

    /// <inheritdoc/>
    protected override ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        materials.FillRandom(intermediateKey.Span);
        var info = new byte[_infoPrefix.Length + NonceLength];
        _infoPrefix.CopyTo(info, 0);
        var nonce = info.AsSpan(_infoPrefix.Length);
        materials.FillRandom(nonce);

        var providerPart = new byte[SecretBuffer.KeyLength + TagLength];
        using var key = _wrappingKey.Use();
        using var gcm = new AesGcm(key.Span, TagLength);
        gcm.Encrypt(
            nonce,
            intermediateKey.Span,
            providerPart.AsSpan(0, SecretBuffer.KeyLength),
            providerPart.AsSpan(SecretBuffer.KeyLength),
            materials.EncryptionContext.AdditionalAuthenticatedData);
        return new(new WrappedIntermediateKey(Namespace, info, providerPart));
    }

    /// <inheritdoc/>
    protected override bool Matches(EncryptedDataKey encryptedDataKey)
    {
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        var info = encryptedDataKey.ProviderInfo.Span;
        return string.Equals(encryptedDataKey.ProviderId, Namespace, StringComparison.Ordinal)
            && info.Length == _infoPrefix.Length + NonceLength
            && PublicBytes.Equal(info[.._infoPrefix.Length], _infoPrefix);
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        if (providerPart.Length != SecretBuffer.KeyLength + TagLength)
        {
            return new(false);
        }

        try
        {
            using var key = _wrappingKey.Use();
            using var gcm = new AesGcm(key.Span, TagLength);
            gcm.Decrypt(
                encryptedDataKey.ProviderInfo.Span[_infoPrefix.Length..],
                providerPart.Span[..SecretBuffer.KeyLength],
                providerPart.Span[SecretBuffer.KeyLength..],
                intermediateKey.Span,
                materials.EncryptionContext.AdditionalAuthenticatedData);
            return new(true);
        }
        catch (AuthenticationTagMismatchException)
        {
            return new(false);
        }
    }
}
