using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <content>Making and rotating keys. No plaintext key ever leaves KMS here.</content>
public sealed partial class BranchKeyStore
{
    private static readonly Dictionary<string, string> s_names = new() { ["#BranchKeyIdentifierField"] = BranchKeyItemNames.Id };

    /// <summary>Makes a branch key with its first version and its beacon key (keyrings, section 13.5).</summary>
    /// <param name="branchKeyId">The key's id, 1 to 2,048 bytes of UTF-8; by default a random UUID. With an id of your own there must be a context.</param>
    /// <param name="encryptionContext">Pairs that KMS binds to the key, and that CloudTrail shows. Default: none.</param>
    /// <param name="cancellationToken">Cancels the call. A key that was sent already may have been made.</param>
    /// <returns>The branch key's id.</returns>
    /// <exception cref="KeyStoreException">The key store has a key of this id, or somebody is making one.</exception>
    /// <exception cref="KeyUnavailableException">KMS or the table failed.</exception>
    /// <exception cref="ModelConfigurationException">The id or the context isn't allowed, or the KMS key isn't fixed.</exception>
    public async Task<string> CreateKeyAsync(string? branchKeyId = null, IReadOnlyDictionary<string, string>? encryptionContext = null, CancellationToken cancellationToken = default)
    {
        var kmsKey = BranchKeyStoreKms.RequireFixedKey(Configuration);
        var context = encryptionContext ?? new Dictionary<string, string>();
        CheckContext(context, isNeeded: branchKeyId is not null);
        branchKeyId ??= Guid.NewGuid().ToString("D");
        CheckId(branchKeyId);

        var versionPairs = BranchKeyItem.NewPairs(branchKeyId, kmsKey.Text, context, _time.GetUtcNow(), Guid.NewGuid());
        var (version, active) = await NewVersionAsync(kmsKey, versionPairs, cancellationToken).ConfigureAwait(false);
        var beaconPairs = BranchKeyItem.WithType(versionPairs, BranchKeyItemNames.BeaconType);
        var beacon = BranchKeyItem.ToAttributes(beaconPairs, await _kms.GenerateAsync(kmsKey, BranchKeyItem.ContextOf(beaconPairs, LogicalName), cancellationToken).ConfigureAwait(false));

        return await _table.TryWriteAsync(branchKeyId, [Absent(version), Absent(active), Absent(beacon)], cancellationToken).ConfigureAwait(false)
            ? branchKeyId
            : throw KeyStoreErrors.Exists(Configuration.TableName);
    }

    /// <summary>
    /// Rotates a branch key: makes a new version and has new items written under it (keyrings, section 13.6). Items under older versions
    /// stay readable. Running programs follow when their cached version ends.
    /// </summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="cancellationToken">Cancels the call. A version that was sent already may have been made.</param>
    /// <returns>The new version's id.</returns>
    /// <exception cref="KeyStoreException">Somebody else rotated the key meanwhile, or is about to.</exception>
    /// <exception cref="KeyUnavailableException">There is no such key, KMS doesn't authenticate it, or KMS or the table failed.</exception>
    /// <exception cref="ModelConfigurationException">The id isn't allowed, or the KMS key isn't fixed.</exception>
    public async Task<Guid> VersionKeyAsync(string branchKeyId, CancellationToken cancellationToken = default)
    {
        var kmsKey = BranchKeyStoreKms.RequireFixedKey(Configuration);
        var current = await ReadAsync(branchKeyId, BranchKeyItemNames.ActiveType, cancellationToken).ConfigureAwait(false) ?? throw KeyStoreErrors.Unknown(branchKeyId);
        await AuthenticateAsync(kmsKey, current, cancellationToken).ConfigureAwait(false);

        var id = Guid.NewGuid();
        var (version, active) = await NewVersionAsync(kmsKey, current.NextVersionPairs(_time.GetUtcNow(), id), cancellationToken).ConfigureAwait(false);
        return await _table.TryWriteAsync(branchKeyId, [Absent(version), Replacing(active, current)], cancellationToken).ConfigureAwait(false)
            ? id
            : throw KeyStoreErrors.RotatedMeanwhile(Configuration.TableName);
    }

    // Otherwise whoever can write the table could have pairs of theirs carried into the next version.
    private async Task AuthenticateAsync(KmsKeyIdentifier kmsKey, BranchKeyItem item, CancellationToken cancellationToken)
    {
        KeyOf(item);
        var context = item.ContextFor(LogicalName);
        _ = await _kms.TryReEncryptAsync(kmsKey, item.Ciphertext, context, context, cancellationToken).ConfigureAwait(false)
            ?? throw KeyStoreErrors.NotAuthentic(item.Id, KeyStoreKms.ReEncrypt, kmsKey.Text);
    }

    private async Task<(Dictionary<string, AttributeValue> Version, Dictionary<string, AttributeValue> Active)> NewVersionAsync(
        KmsKeyIdentifier kmsKey, Dictionary<string, string> versionPairs, CancellationToken cancellationToken)
    {
        var versionContext = BranchKeyItem.ContextOf(versionPairs, LogicalName);
        var activePairs = BranchKeyItem.WithType(versionPairs, BranchKeyItemNames.ActiveType);
        var version = await _kms.GenerateAsync(kmsKey, versionContext, cancellationToken).ConfigureAwait(false);
        var active = await _kms.TryReEncryptAsync(kmsKey, version, versionContext, BranchKeyItem.ContextOf(activePairs, LogicalName), cancellationToken).ConfigureAwait(false)
            ?? throw KmsFailure.Response(KeyStoreKms.ReEncrypt, kmsKey.Text, "refused what it had just made");
        return (BranchKeyItem.ToAttributes(versionPairs, version), BranchKeyItem.ToAttributes(activePairs, active));
    }

    private static void CheckContext(IReadOnlyDictionary<string, string> context, bool isNeeded)
    {
        var isAllowed = !isNeeded || context.Count > 0;
        foreach (var (key, value) in context)
        {
            isAllowed &= key.Length > 0 && value is not null && Utf8Text.GetBytes(key) is not null && Utf8Text.GetBytes(value) is not null;
        }

        if (!isAllowed)
        {
            throw KeyStoreErrors.CustomIdWithoutContext();
        }
    }

    private static Put Absent(Dictionary<string, AttributeValue> item)
        => new() { Item = item, ConditionExpression = "attribute_not_exists(#BranchKeyIdentifierField)", ExpressionAttributeNames = s_names };

    // On the very item that was read, so that of two rotations at once one is refused instead of being lost.
    private static Put Replacing(Dictionary<string, AttributeValue> item, BranchKeyItem current) => new()
    {
        Item = item,
        ConditionExpression = "attribute_exists(#BranchKeyIdentifierField) AND #enc = :enc",
        ExpressionAttributeNames = new(s_names) { ["#enc"] = BranchKeyItemNames.Ciphertext },
        ExpressionAttributeValues = new() { [":enc"] = new() { B = new MemoryStream(current.Ciphertext, writable: false) } },
    };
}
