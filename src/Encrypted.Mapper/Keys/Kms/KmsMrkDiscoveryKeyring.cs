namespace Encrypted.Mapper.Keys;

/// <summary>
/// Reads what was written with any AWS KMS key of given accounts, as the item itself names it: a multi-Region key by its replica in
/// one Region, others if they are of that Region (keyrings, section 6.3). It can't write. Thread-safe.
/// </summary>
/// <remarks>For tools and recovery. An application that knows its key should name it: here the item decides by which key it is read.</remarks>
public sealed class KmsMrkDiscoveryKeyring : WrappingKeyring
{
    private readonly KmsDiscovery _discovery;

    /// <summary>Creates a keyring. It makes no call.</summary>
    /// <param name="clients">Supplies the client of the Region. It isn't disposed by the keyring.</param>
    /// <param name="region">The Region that calls go to, such as <c>eu-west-1</c>. A client that says it is of another is refused.</param>
    /// <param name="filter">Whose keys an item may name.</param>
    /// <param name="grantTokens">Grant tokens for each call: at most 10, of 1 to 8,192 characters. Default: none.</param>
    /// <exception cref="ModelConfigurationException">The Region is blank, or a grant token can't be one.</exception>
    public KmsMrkDiscoveryKeyring(IKmsClientSupplier clients, string region, KmsDiscoveryFilter filter, IReadOnlyList<string>? grantTokens = null)
    {
        _discovery = new(clients, region, filter, grantTokens, replicas: true);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelConfigurationException">Always: it has no key to write with.</exception>
    protected override ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
        => throw KmsErrors.DiscoveryWrite();

    /// <inheritdoc/>
    protected override bool Matches(EncryptedDataKey encryptedDataKey)
    {
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        return _discovery.KeyOf(encryptedDataKey) is not null;
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        return _discovery.TryUnwrapAsync(materials, encryptedDataKey, providerPart, intermediateKey, cancellationToken);
    }

    private protected override bool MayTryAfter(EncryptedDataKey encryptedDataKey, IReadOnlyList<KeyUnavailableException> failures)
        => _discovery.MayTryAfter(encryptedDataKey, failures);
}
