using System.Security.Cryptography;
using System.Text;
using Amazon.KeyManagementService;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys with the public key of an RSA key in AWS KMS, without a call, and has them unwrapped by AWS KMS, one call of
/// <c>Decrypt</c> for each item (keyrings, section 7). For algorithm suite 67 00 alone. Thread-safe.
/// </summary>
/// <remarks>Whoever has the public key can forge items: RSA wrapping tells readers nothing about the writer. No encryption context goes to AWS KMS.</remarks>
public sealed class KmsRsaKeyring : WrappingKeyring, ISigningScope, IDisposable
{
    private const string ProviderId = "aws-kms-rsa";
    private const int MinKeyLength = 2048 / 8;
    private const int PlaintextLength = SHA384.HashSizeInBytes + SecretBuffer.KeyLength;

    private readonly KmsKeyIdentifier _key;
    private readonly byte[] _utf8KeyArn;
    private readonly KmsKeyCalls? _calls;
    private readonly RsaKeys? _publicKey;
    private readonly RSAEncryptionPadding _padding;
    private readonly EncryptionAlgorithmSpec _algorithm;

    /// <summary>Creates a keyring. It makes no call.</summary>
    /// <param name="clients">Supplies the client of the key's Region, for reading; null to write only. It isn't disposed by the keyring.</param>
    /// <param name="keyArn">The key's ARN; stored with each item.</param>
    /// <param name="algorithm">The padding.</param>
    /// <param name="publicKeyPem">The public key (<c>BEGIN PUBLIC KEY</c>), of at least 2,048 bits, for writing; empty to read only.</param>
    /// <param name="grantTokens">Grant tokens for each call: at most 10, of 1 to 8,192 characters. Default: none.</param>
    /// <exception cref="ModelConfigurationException">The ARN, the public key or a grant token can't be one, or there are neither clients nor a public key.</exception>
    public KmsRsaKeyring(IKmsClientSupplier? clients, string keyArn, KmsRsaAlgorithm algorithm, ReadOnlySpan<char> publicKeyPem, IReadOnlyList<string>? grantTokens = null)
    {
        _key = KmsKeyIdentifier.KeyArnFromConfiguration(keyArn);
        _utf8KeyArn = Encoding.UTF8.GetBytes(keyArn);
        (_padding, _algorithm) = algorithm switch
        {
            KmsRsaAlgorithm.OaepSha256 => (RSAEncryptionPadding.OaepSHA256, EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256),
            KmsRsaAlgorithm.OaepSha1 => (RSAEncryptionPadding.OaepSHA1, EncryptionAlgorithmSpec.RSAES_OAEP_SHA_1),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };
        if (clients is null && publicKeyPem.IsEmpty)
        {
            throw KmsErrors.RsaKeyring();
        }

        _calls = clients is null ? null : new(clients, grantTokens);
        _publicKey = publicKeyPem.IsEmpty ? null : RsaKeys.TryParse(publicKeyPem, isPrivate: false) ?? throw KmsErrors.RsaPublicKey();
        if (_publicKey?.Length < MinKeyLength)
        {
            _publicKey.Dispose();
            throw KmsErrors.RsaPublicKey();
        }
    }

    /// <summary>The key's ARN.</summary>
    public string KeyArn => _key.Text;

    /// <summary>Frees the public key. The keyring can't be used afterwards.</summary>
    public void Dispose() => _publicKey?.Dispose();

    string? ISigningScope.SigningScope(EncryptionContext encryptionContext) => "";

    /// <inheritdoc/>
    protected override ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        RequireSuite(materials.AlgorithmSuite);
        if (_publicKey is null)
        {
            throw KmsErrors.RsaWrite();
        }

        materials.FillRandom(intermediateKey.Span);
        using var plaintext = SecretBuffer.Rent(PlaintextLength);
        SHA384.HashData(materials.EncryptionContext.AdditionalAuthenticatedData, plaintext.Span);
        intermediateKey.Span.CopyTo(plaintext.Span[SHA384.HashSizeInBytes..]);
        var rsa = _publicKey.Take();
        try
        {
            return new(new WrappedIntermediateKey(ProviderId, _utf8KeyArn, rsa.Encrypt(plaintext.Span, _padding)));
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
        var info = encryptedDataKey.ProviderInfo.Span;
        return string.Equals(encryptedDataKey.ProviderId, ProviderId, StringComparison.Ordinal)
            && (PublicBytes.Equal(info, _utf8KeyArn) || (KmsKeyIdentifier.ParseStored(info) is { } stored && _key.MatchesReplica(stored)));
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        using var plaintext = SecretBuffer.Rent(PlaintextLength);
        if (!await _calls!.TryDecryptAsync(_key, _algorithm, providerPart, plaintext.Memory, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var expected = SHA384.HashData(materials.EncryptionContext.AdditionalAuthenticatedData);
        plaintext.Span[SHA384.HashSizeInBytes..].CopyTo(intermediateKey.Span);
        return CryptographicOperations.FixedTimeEquals(plaintext.Span[..SHA384.HashSizeInBytes], expected);
    }

    private protected override void RequireReadable(DecryptionMaterials materials)
    {
        RequireSuite(materials.AlgorithmSuite);
        if (_calls is null)
        {
            throw KmsErrors.RsaRead();
        }
    }

    private static void RequireSuite(AlgorithmSuite suite)
    {
        if (suite != AlgorithmSuite.SymSigHmacSha384)
        {
            throw KmsErrors.RsaSuite();
        }
    }
}
