using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>Wraps under the versions of one branch key (keyrings, section 10).</summary>
internal sealed class BranchKeyring : WrappingKeyring
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
    private readonly string _branchKeyId;
    private readonly byte[] _utf8BranchKeyId;

    private BranchKeyring(IBranchKeySource source, string branchKeyId, byte[] utf8BranchKeyId)
    {
        _source = source;
        _branchKeyId = branchKeyId;
        _utf8BranchKeyId = utf8BranchKeyId;
    }

    private static ReadOnlySpan<byte> Utf8ProviderId => "aws-kms-hierarchy"u8;

    /// <summary>Makes the keyring of a branch key, or returns null if the id has no UTF-8 form of 1 to 65,535 bytes.</summary>
    public static BranchKeyring? TryCreate(IBranchKeySource source, string? branchKeyId)
        => branchKeyId is not null && Utf8Text.GetBytes(branchKeyId) is { Length: > 0 and <= ushort.MaxValue } utf8
            ? new(source, branchKeyId, utf8)
            : null;

    protected override async ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        using var branchKey = await _source.GetActiveAsync(_branchKeyId, cancellationToken).ConfigureAwait(false);
        RequireOwn(branchKey);
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
        return new(ProviderId, _utf8BranchKeyId, providerPart);
    }

    protected override bool Matches(EncryptedDataKey encryptedDataKey)
        => string.Equals(encryptedDataKey.ProviderId, ProviderId, StringComparison.Ordinal)
        && PublicBytes.Equal(encryptedDataKey.ProviderInfo.Span, _utf8BranchKeyId);

    protected override async ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        if (providerPart.Length != ProviderPartLength)
        {
            return false;
        }

        var version = new Guid(providerPart.Span.Slice(VersionStart, VersionLength), bigEndian: true);
        using var branchKey = await _source.GetVersionAsync(_branchKeyId, version, cancellationToken).ConfigureAwait(false);
        if (branchKey is not null)
        {
            RequireOwn(branchKey);
        }

        return branchKey is not null && TryUnwrap(branchKey, providerPart.Span, materials.EncryptionContext, intermediateKey.Span);
    }

    // A source that mixes up its keys would write items that nobody can read, and cross the boundary between tenants.
    private void RequireOwn(BranchKeyLease branchKey)
    {
        if (!string.Equals(branchKey.BranchKeyId, _branchKeyId, StringComparison.Ordinal))
        {
            throw new KeyUnavailableException("branch-key-source", "The branch key source answered with another branch key than it was asked for (rule branch-key-source).");
        }
    }

    private static bool TryUnwrap(BranchKeyLease branchKey, ReadOnlySpan<byte> providerPart, EncryptionContext context, Span<byte> intermediateKey)
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
    private static SecretBuffer WrappingKey(BranchKeyLease branchKey, ReadOnlySpan<byte> salt)
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

    private static ScratchBuffer AdditionalData(BranchKeyLease branchKey, EncryptionContext context)
    {
        var buffer = new ScratchBuffer();
        buffer.Write(Utf8ProviderId);
        Utf8Text.TryAppend(buffer, branchKey.BranchKeyId);
        branchKey.Version.TryWriteBytes(buffer.Append(VersionLength), bigEndian: true, out _);
        buffer.Write(context.AdditionalAuthenticatedData);
        return buffer;
    }
}
