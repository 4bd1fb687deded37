using Amazon.DynamoDBv2;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// A branch key store: a DynamoDB table of branch keys, each encrypted by KMS under an encryption context that is the rest of its
/// item (keyrings, section 13). Every call goes to the table and to KMS; a <see cref="BranchKeyCache"/> keeps keys. Thread-safe.
/// </summary>
/// <remarks>The table needn't be trusted: KMS authenticates what stands in it. Whoever can write it can make keys unreadable, and put back an older active version.</remarks>
public sealed partial class BranchKeyStore : IBranchKeyLoader
{
    private const int MaxIdLength = 2048;

    private readonly IAmazonDynamoDB _client;
    private readonly KeyStoreTable _table;
    private readonly KeyStoreKms _kms;
    private readonly TimeProvider _time;

    /// <summary>Opens a key store. Nothing is called.</summary>
    /// <param name="configuration">The table and the KMS key.</param>
    /// <param name="client">The client of the table's account and Region. It isn't disposed.</param>
    /// <param name="kms">Supplies the client of the KMS key's Region. It isn't disposed.</param>
    /// <param name="time">Gives the time that new keys carry. Default: the system's.</param>
    /// <exception cref="ModelConfigurationException">The table's name, the logical name or a grant token can't be one.</exception>
    public BranchKeyStore(BranchKeyStoreConfiguration configuration, IAmazonDynamoDB client, IKmsClientSupplier kms, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(kms);
        ArgumentNullException.ThrowIfNull(configuration.Kms);
        if (configuration.TableName is not { } table || !KeyStoreTableName.IsAllowed(table))
        {
            throw KeyStoreErrors.TableName();
        }

        LogicalName = configuration.LogicalName ?? configuration.TableName;
        if (LogicalName.Length == 0 || Utf8Text.GetBytes(LogicalName) is null)
        {
            throw KeyStoreErrors.LogicalName();
        }

        Configuration = configuration;
        _client = client;
        _table = new KeyStoreTable(client, table);
        _kms = new KeyStoreKms(kms, configuration.GrantTokens ?? []);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The configuration.</summary>
    public BranchKeyStoreConfiguration Configuration { get; }

    /// <summary>The name that KMS binds into every key of the store.</summary>
    public string LogicalName { get; }

    string IBranchKeyLoader.Name => LogicalName;

    // The Region too: replicas of a global table follow a rotation one after the other. No part of it can hold a space but the last.
    string? IBranchKeyLoader.Identity
        => $"{_client.Config?.RegionEndpoint?.SystemName ?? _client.Config?.ServiceURL} {Configuration.TableName} {Configuration.Kms.KeyArn} {LogicalName}";

    /// <summary>Gets the version of a branch key that new items are written under.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version, which the caller disposes.</returns>
    /// <exception cref="KeyUnavailableException">There is no such key, it can't be reached, or KMS doesn't authenticate it.</exception>
    public async Task<BranchKeyMaterials> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken = default)
    {
        var item = await ReadAsync(branchKeyId, BranchKeyItemNames.ActiveType, cancellationToken).ConfigureAwait(false) ?? throw KeyStoreErrors.Unknown(branchKeyId);
        return await OpenAsync(item, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a version of a branch key.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="version">The version's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version, which the caller disposes; <see langword="null"/> if the key store has none of this id.</returns>
    /// <exception cref="KeyUnavailableException">The version can't be reached, or KMS doesn't authenticate it.</exception>
    public async Task<BranchKeyMaterials?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken = default)
        => await ReadAsync(branchKeyId, BranchKeyItemText.OfVersion(version), cancellationToken).ConfigureAwait(false) is { } item
            ? await OpenAsync(item, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Gets the key that a branch key's beacons are computed with.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The beacon key, which the caller disposes.</returns>
    /// <exception cref="KeyUnavailableException">There is no such key, it can't be reached, or KMS doesn't authenticate it.</exception>
    public async Task<BeaconKey> GetBeaconKeyAsync(string branchKeyId, CancellationToken cancellationToken = default)
    {
        var item = await ReadAsync(branchKeyId, BranchKeyItemNames.BeaconType, cancellationToken).ConfigureAwait(false) ?? throw KeyStoreErrors.Unknown(branchKeyId);
        using var key = await DecryptAsync(item, cancellationToken).ConfigureAwait(false);
        return new BeaconKey(item.Id, key.Span);
    }

    // While reading, a selector takes the id from an item that nobody has verified: one that no key can have is the item's fault.
    Task<BranchKeyMaterials?> IBranchKeyLoader.GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken)
        => IsId(branchKeyId) ? GetVersionAsync(branchKeyId, version, cancellationToken) : Task.FromResult<BranchKeyMaterials?>(null);

    /// <summary>Names the table and the logical name.</summary>
    /// <returns>A text without keys.</returns>
    public override string ToString() => $"{nameof(BranchKeyStore)} '{LogicalName}' in table '{Configuration.TableName}'";

    private async Task<BranchKeyItem?> ReadAsync(string branchKeyId, string type, CancellationToken cancellationToken)
    {
        CheckId(branchKeyId);
        if (await _table.GetAsync(branchKeyId, type, cancellationToken).ConfigureAwait(false) is not { } attributes)
        {
            return null;
        }

        return BranchKeyItem.TryRead(attributes) is { } item
            && string.Equals(item.Id, branchKeyId, StringComparison.Ordinal)
            && string.Equals(item.Type, type, StringComparison.Ordinal)
            ? item
            : throw KeyStoreErrors.Malformed(branchKeyId);
    }

    private async Task<BranchKeyMaterials> OpenAsync(BranchKeyItem item, CancellationToken cancellationToken)
    {
        if (item.Version is not { } version)
        {
            throw KeyStoreErrors.Malformed(item.Id);
        }

        using var key = await DecryptAsync(item, cancellationToken).ConfigureAwait(false);
        return new BranchKeyMaterials(new BranchKey(item.Id, version, key.Span), item.CreateTime, item.CustomContext());
    }

    private async Task<SecretBuffer> DecryptAsync(BranchKeyItem item, CancellationToken cancellationToken)
    {
        var (keyId, region) = KeyOf(item);
        try
        {
            return await _kms.TryDecryptAsync(keyId, region, item.Ciphertext, item.ContextFor(LogicalName), cancellationToken).ConfigureAwait(false)
                ?? throw KeyStoreErrors.NotAuthentic(item.Id, KeyStoreKms.Decrypt, keyId);
        }
        catch (KeyUnavailableException error) when (error.Attempts is [{ Key: var key }] && key == keyId)
        {
            throw KeyStoreErrors.AfterRead(item.Id, error);
        }
        catch (InterruptedCallException error)
        {
            throw error.With(KeyStoreErrors.AfterRead(item.Id, error.Failure));
        }
    }

    private (string KeyId, string Region) KeyOf(BranchKeyItem item)
        => Utf8Text.GetBytes(item.KmsArn) is { } arn && KmsKeyIdentifier.ParseStored(arn) is { } stored && Configuration.Kms.Resolve(stored) is { } resolved
            ? resolved
            : throw KeyStoreErrors.ForeignKey(item.Id);

    private static void CheckId(string branchKeyId)
    {
        ArgumentNullException.ThrowIfNull(branchKeyId);
        if (!IsId(branchKeyId))
        {
            throw KeyStoreErrors.BranchKeyId();
        }
    }

    private static bool IsId(string text) => Utf8Text.GetBytes(text) is { Length: > 0 and <= MaxIdLength };
}
