using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys under a branch key (keyrings, section 10): the branch key comes from a key store once and then serves many
/// items, each under a wrapping key of its own that follows from a random salt. Thread-safe.
/// </summary>
/// <remarks>Whoever holds a branch key can forge items as well as read them, with either algorithm suite.</remarks>
public sealed class HierarchicalKeyring : WrappingKeyring, ISigningScope
{
    private const string ProviderId = "aws-kms-hierarchy";
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int VersionLength = 16;
    private const int VersionStart = SaltLength + NonceLength;
    private const int KeyStart = VersionStart + VersionLength;
    private const int TagLength = 16;
    private const int ProviderPartLength = KeyStart + SecretBuffer.KeyLength + TagLength;

    private readonly IBranchKeySource _source;
    private readonly string? _branchKeyId;
    private readonly IBranchKeySelector? _selector;

    /// <summary>Creates a keyring over one branch key.</summary>
    /// <param name="source">Where the branch key's versions come from. It isn't disposed by the keyring.</param>
    /// <param name="branchKeyId">The branch key's id; stored with each item.</param>
    /// <exception cref="ModelConfigurationException">The id is empty or has no UTF-8 form of fewer than 65,536 bytes.</exception>
    public HierarchicalKeyring(IBranchKeySource source, string branchKeyId)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(branchKeyId);
        _source = source;
        _branchKeyId = Checked(branchKeyId);
    }

    /// <summary>Creates a keyring that chooses the branch key for each item.</summary>
    /// <param name="source">Where the branch keys' versions come from. It isn't disposed by the keyring.</param>
    /// <param name="selector">Chooses the branch key. An item that was written under another one than it chooses is refused.</param>
    public HierarchicalKeyring(IBranchKeySource source, IBranchKeySelector selector)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selector);
        _source = source;
        _selector = selector;
    }

    private static ReadOnlySpan<byte> Utf8ProviderId => "aws-kms-hierarchy"u8;

    /// <inheritdoc/>
    protected override async ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        var branchKeyId = BranchKeyId(materials.EncryptionContext);
        var branchKey = await _source.GetActiveAsync(branchKeyId, cancellationToken).ConfigureAwait(false);
        materials.FillRandom(intermediateKey.Span);
        var providerPart = new byte[ProviderPartLength];
        materials.FillRandom(providerPart.AsSpan(0, VersionStart));
        branchKey.Version.TryWriteBytes(providerPart.AsSpan(VersionStart), bigEndian: true, out _);

        using var additionalData = AdditionalData(branchKey, materials.EncryptionContext);
        using var wrappingKey = WrappingKey(branchKey, providerPart.AsSpan(0, SaltLength));
        using var gcm = new AesGcm(wrappingKey.Span, TagLength);
        gcm.Encrypt(
            providerPart.AsSpan(SaltLength, NonceLength),
            intermediateKey.Span,
            providerPart.AsSpan(KeyStart, SecretBuffer.KeyLength),
            providerPart.AsSpan(KeyStart + SecretBuffer.KeyLength),
            additionalData.Written);
        return new(ProviderId, Utf8Text.Strict.GetBytes(branchKeyId), providerPart);
    }

    /// <inheritdoc/>
    protected override bool Matches(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey)
    {
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        return string.Equals(encryptedDataKey.ProviderId, ProviderId, StringComparison.Ordinal)
            && PublicBytes.Equal(encryptedDataKey.ProviderInfo.Span, Utf8Text.Strict.GetBytes(BranchKeyId(materials.EncryptionContext)));
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        if (providerPart.Length != ProviderPartLength)
        {
            return false;
        }

        var version = new Guid(providerPart.Span.Slice(VersionStart, VersionLength), bigEndian: true);
        var branchKey = await _source.GetVersionAsync(BranchKeyId(materials.EncryptionContext), version, cancellationToken).ConfigureAwait(false);
        return branchKey is not null && TryUnwrap(branchKey, providerPart.Span, materials.EncryptionContext, intermediateKey.Span);
    }

    string ISigningScope.SigningScope(EncryptionContext encryptionContext) => BranchKeyId(encryptionContext);

    private string BranchKeyId(EncryptionContext context)
    {
        if (_selector is null)
        {
            return _branchKeyId!;
        }

        var attributes = SelectorView.Decode(context)
            ?? throw new ModelConfigurationException("branch-key-context", "The encryption context isn't one that a branch key can be chosen from (rule branch-key-context).");
        return Checked(_selector.SelectBranchKeyId(attributes));
    }

    private static string Checked(string branchKeyId)
        => branchKeyId is not null && Utf8Text.GetBytes(branchKeyId) is { Length: > 0 and <= ushort.MaxValue }
            ? branchKeyId
            : throw new ModelConfigurationException("branch-key-id", "A branch key id must have a UTF-8 form of 1 to 65,535 bytes (rule branch-key-id).");

    private static bool TryUnwrap(BranchKey branchKey, ReadOnlySpan<byte> providerPart, EncryptionContext context, Span<byte> intermediateKey)
    {
        using var additionalData = AdditionalData(branchKey, context);
        using var wrappingKey = WrappingKey(branchKey, providerPart[..SaltLength]);
        using var gcm = new AesGcm(wrappingKey.Span, TagLength);
        try
        {
            gcm.Decrypt(
                providerPart.Slice(SaltLength, NonceLength),
                providerPart.Slice(KeyStart, SecretBuffer.KeyLength),
                providerPart[(KeyStart + SecretBuffer.KeyLength)..],
                intermediateKey,
                additionalData.Written);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    // One block of the counter-mode key derivation of SP 800-108: counter, label, zero byte, context and length in bits.
    private static SecretBuffer WrappingKey(BranchKey branchKey, ReadOnlySpan<byte> salt)
    {
        using var message = new ScratchBuffer(64);
        message.WriteUInt32(1);
        message.Write(Utf8ProviderId);
        message.WriteByte(0);
        message.Write(salt);
        message.WriteUInt32(SecretBuffer.KeyLength * 8);
        var wrappingKey = SecretBuffer.Rent();
        HMACSHA256.HashData(branchKey.Key, message.Written, wrappingKey.Span);
        return wrappingKey;
    }

    private static ScratchBuffer AdditionalData(BranchKey branchKey, EncryptionContext context)
    {
        var buffer = new ScratchBuffer();
        buffer.Write(Utf8ProviderId);
        Utf8Text.TryAppend(buffer, branchKey.BranchKeyId);
        branchKey.Version.TryWriteBytes(buffer.Append(VersionLength), bigEndian: true, out _);
        buffer.Write(context.AdditionalAuthenticatedData);
        return buffer;
    }
}
