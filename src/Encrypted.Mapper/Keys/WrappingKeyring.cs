using System.Runtime.ExceptionServices;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// The base of keyrings that protect data keys themselves: they make and protect an intermediate key, and this class does
/// what is the same for all families (keyrings, section 3).
/// </summary>
/// <remarks>The memory that the methods are given for keys is used again: nothing may touch it after the returned task ended.</remarks>
public abstract class WrappingKeyring : IKeyring
{
    // How many of its encrypted data keys look like one of ours is the stored item's word, and each may cost a call to a service.
    // A writer makes one for each of its keys.
    private const int MaxTried = 16;

    /// <inheritdoc/>
    public async ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        if (!materials.HasDataKey)
        {
            materials.GenerateDataKey();
        }

        using var intermediateKey = SecretBuffer.Rent();
        var protectedKey = await WrapAsync(materials, intermediateKey.Memory, cancellationToken).ConfigureAwait(false);
        Add(materials, protectedKey, intermediateKey.Span);
    }

    /// <inheritdoc/>
    public async ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(encryptedDataKeys);
        if (materials.HasDataKey)
        {
            return;
        }

        RequireReadable(materials);
        using var intermediateKey = SecretBuffer.Rent();
        List<KeyUnavailableException>? failures = null;
        var tried = 0;
        for (var i = 0; i < encryptedDataKeys.Count && !materials.HasDataKey; i++)
        {
            var encryptedDataKey = encryptedDataKeys[i];
            if (encryptedDataKey.Ciphertext.Length <= IntermediateKey.WrappedLength
                || !Matches(encryptedDataKey)
                || (failures is not null && !MayTryAfter(encryptedDataKey, failures)))
            {
                continue;
            }

            if (++tried > MaxTried)
            {
                break;
            }

            try
            {
                var providerPart = encryptedDataKey.Ciphertext[IntermediateKey.WrappedLength..];
                if (await TryUnwrapAsync(materials, encryptedDataKey, providerPart, intermediateKey.Memory, cancellationToken).ConfigureAwait(false))
                {
                    TrySet(materials, encryptedDataKey, intermediateKey.Span);
                }
            }
            catch (KeyUnavailableException failure)
            {
                (failures ??= []).Add(failure);
            }
        }

        if (failures is not null && !materials.HasDataKey)
        {
            ExceptionDispatchInfo.Throw(Error.KeysUnavailable(failures));
        }
    }

    /// <summary>Makes a random intermediate key and protects it.</summary>
    /// <param name="materials">The materials: encryption context and random bytes.</param>
    /// <param name="intermediateKey">Receives the intermediate key, 32 bytes.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>The protected key.</returns>
    protected abstract ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken);

    /// <summary>Tells whether the encrypted data key may be one of this keyring's, by its provider id and info alone.</summary>
    /// <param name="encryptedDataKey">The encrypted data key.</param>
    /// <returns>Whether to try it.</returns>
    protected abstract bool Matches(EncryptedDataKey encryptedDataKey);

    /// <summary>Recovers the intermediate key.</summary>
    /// <param name="materials">The materials: encryption context.</param>
    /// <param name="encryptedDataKey">The encrypted data key, which <see cref="Matches"/> accepted.</param>
    /// <param name="providerPart">The protected intermediate key: at least one byte, of unchecked length.</param>
    /// <param name="intermediateKey">Receives the intermediate key, 32 bytes.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>False if it can't be recovered with this key.</returns>
    protected abstract ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken);

    /// <summary>Refuses to read at all, whatever the item is.</summary>
    private protected virtual void RequireReadable(DecryptionMaterials materials)
    {
    }

    /// <summary>
    /// Tells whether to go on after a key was unavailable. Keyrings of one key don't: how many encrypted data keys there are is the
    /// stored item's word, and each would cost another call to a service that fails.
    /// </summary>
    private protected virtual bool MayTryAfter(EncryptedDataKey encryptedDataKey, IReadOnlyList<KeyUnavailableException> failures) => false;

    private static void Add(EncryptionMaterials materials, WrappedIntermediateKey protectedKey, ReadOnlySpan<byte> intermediateKey)
    {
        using var signingKey = SecretBuffer.Rent();
        var ciphertext = new byte[IntermediateKey.WrappedLength + protectedKey.ProviderPart.Length];
        IntermediateKey.Wrap(intermediateKey, materials.EncryptionContext, materials.DataKey, ciphertext.AsSpan(0, IntermediateKey.WrappedLength), signingKey.Span);
        protectedKey.ProviderPart.CopyTo(ciphertext.AsMemory(IntermediateKey.WrappedLength));
        materials.AddEncryptedDataKey(new(protectedKey.ProviderId, protectedKey.ProviderInfo, ciphertext), signingKey.Span);
    }

    private static void TrySet(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlySpan<byte> intermediateKey)
    {
        using var dataKey = SecretBuffer.Rent();
        using var signingKey = SecretBuffer.Rent();
        var wrapped = encryptedDataKey.Ciphertext.Span[..IntermediateKey.WrappedLength];
        if (IntermediateKey.TryUnwrap(intermediateKey, materials.EncryptionContext, wrapped, dataKey.Span, signingKey.Span))
        {
            materials.SetDataKey(dataKey.Span, signingKey.Span);
        }
    }
}
