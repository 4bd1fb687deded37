namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys under a branch key (keyrings, section 10): the branch key comes from a key store once and then serves many
/// items, each under a wrapping key of its own that follows from a random salt. Thread-safe.
/// </summary>
/// <remarks>Whoever holds a branch key can forge items as well as read them, with either algorithm suite.</remarks>
public sealed class HierarchicalKeyring : IKeyring, ISigningScope
{
    private readonly IBranchKeySource _source;
    private readonly BranchKeyring? _fixed;
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
        _fixed = BranchKeyring.TryCreate(source, branchKeyId) ?? throw BadId();
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

    /// <inheritdoc/>
    /// <exception cref="InvalidItemException">The selector failed on the item's attributes.</exception>
    /// <exception cref="ModelConfigurationException">The selector chose an id that can't be one.</exception>
    public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        return _fixed is not null
            ? _fixed.OnEncryptAsync(materials, cancellationToken)
            : WithheldAsync((BranchKeyring.TryCreate(_source, SelectForWriting(materials.EncryptionContext)) ?? throw BadId()).OnEncryptAsync(materials, cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="ItemVerificationException">The selector failed on the item's attributes, which nobody has verified yet.</exception>
    public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);

        // Chosen once for all encrypted data keys: how many there are is the stored item's word.
        if (_fixed is not null)
        {
            return _fixed.OnDecryptAsync(materials, encryptedDataKeys, cancellationToken);
        }

        var selected = BranchKeyring.TryCreate(_source, SelectForReading(materials.EncryptionContext));
        return selected is null ? default : WithheldAsync(selected.OnDecryptAsync(materials, encryptedDataKeys, cancellationToken));
    }

    string? ISigningScope.SigningScope(EncryptionContext encryptionContext)
        => _selector is null ? "" : SelectForWriting(encryptionContext) ?? throw BadId();

    // What a selector took from an item is named in errors only if it turned out to be a branch key.
    private static async ValueTask WithheldAsync(ValueTask call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (KeyUnavailableException error) when (error.NamesUnprovenKey)
        {
            throw KeyStoreErrors.Withhold(error);
        }
    }

    private static ModelConfigurationException BadId()
        => new("branch-key-id", "A branch key id must have a UTF-8 form of 1 to 65,535 bytes (rule branch-key-id).");

    private string? Select(EncryptionContext context)
        => SelectorView.Decode(context) is { } attributes ? _selector!.SelectBranchKeyId(attributes) : null;

    private string? SelectForWriting(EncryptionContext context)
    {
        try
        {
            return Select(context);
        }
        catch (Exception error) when (Error.IsForeign(error))
        {
            throw Error.BranchKeySelectorForWriting(SelectorView.TableOf(context), error.GetType());
        }
    }

    private string? SelectForReading(EncryptionContext context)
    {
        try
        {
            return Select(context);
        }
        catch (Exception error) when (Error.IsForeign(error))
        {
            // Not as the inner exception: its message may hold a value that the selector couldn't use.
            throw Error.BranchKeySelector(SelectorView.TableOf(context), error.GetType());
        }
    }
}
