using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Keys;

/// <summary>One item of a key store (keyrings, section 13.3): the pairs that KMS authenticates, and the key that it encrypted.</summary>
internal sealed class BranchKeyItem
{
    private const int MaxArnLength = 2048;

    // Every attribute but the ciphertext, as text.
    private readonly Dictionary<string, string> _pairs;

    private BranchKeyItem(Dictionary<string, string> pairs, byte[] ciphertext)
    {
        _pairs = pairs;
        Ciphertext = ciphertext;
    }

    public byte[] Ciphertext { get; }

    public string Id => _pairs[BranchKeyItemNames.Id];

    public string Type => _pairs[BranchKeyItemNames.Type];

    public string KmsArn => _pairs[BranchKeyItemNames.KmsArn];

    /// <summary>The version that the item holds or, for the active one, names. Null for the beacon key, and for a text that is no UUID.</summary>
    public Guid? Version => BranchKeyItemText.VersionOf(_pairs.GetValueOrDefault(BranchKeyItemNames.Version, Type));

    public DateTimeOffset? CreateTime => BranchKeyItemText.TimeOf(_pairs[BranchKeyItemNames.CreateTime]);

    /// <summary>Makes the pairs of a new key, before it is encrypted.</summary>
    public static Dictionary<string, string> NewPairs(string id, string kmsArn, IReadOnlyDictionary<string, string> encryptionContext, DateTimeOffset now, Guid version)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BranchKeyItemNames.Id] = id,
            [BranchKeyItemNames.Type] = BranchKeyItemText.OfVersion(version),
            [BranchKeyItemNames.CreateTime] = BranchKeyItemText.OfTime(now),
            [BranchKeyItemNames.HierarchyVersion] = BranchKeyItemNames.CurrentHierarchyVersion,
            [BranchKeyItemNames.KmsArn] = kmsArn,
        };
        foreach (var (key, value) in encryptionContext)
        {
            pairs[BranchKeyItemNames.ContextPrefix + key] = value;
        }

        return pairs;
    }

    /// <summary>The pairs of the next version of an active item.</summary>
    public Dictionary<string, string> NextVersionPairs(DateTimeOffset now, Guid version)
    {
        // Newer than its predecessor also where clocks differ: readers refuse an active version that goes back in time.
        if (CreateTime is { } previous && now <= previous)
        {
            now = previous + TimeSpan.FromMicroseconds(1);
        }

        var pairs = new Dictionary<string, string>(_pairs, StringComparer.Ordinal)
        {
            [BranchKeyItemNames.Type] = BranchKeyItemText.OfVersion(version),
            [BranchKeyItemNames.CreateTime] = BranchKeyItemText.OfTime(now),
        };
        pairs.Remove(BranchKeyItemNames.Version);
        return pairs;
    }

    /// <summary>The pairs of the active item or of the beacon item beside a version's.</summary>
    public static Dictionary<string, string> WithType(Dictionary<string, string> versionPairs, string type)
    {
        var pairs = new Dictionary<string, string>(versionPairs, StringComparer.Ordinal) { [BranchKeyItemNames.Type] = type };
        if (type == BranchKeyItemNames.ActiveType)
        {
            pairs[BranchKeyItemNames.Version] = versionPairs[BranchKeyItemNames.Type];
        }

        return pairs;
    }

    /// <summary>The encryption context of a key (section 13.4).</summary>
    public static Dictionary<string, string> ContextOf(Dictionary<string, string> pairs, string logicalName)
        => new(pairs, StringComparer.Ordinal) { [BranchKeyItemNames.TableName] = logicalName };

    public Dictionary<string, string> ContextFor(string logicalName) => ContextOf(_pairs, logicalName);

    /// <summary>The pairs that the key's maker added, without their prefix.</summary>
    public Dictionary<string, string> CustomContext()
    {
        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in _pairs)
        {
            if (key.StartsWith(BranchKeyItemNames.ContextPrefix, StringComparison.Ordinal))
            {
                custom[key[BranchKeyItemNames.ContextPrefix.Length..]] = value;
            }
        }

        return custom;
    }

    public static Dictionary<string, AttributeValue> ToAttributes(Dictionary<string, string> pairs, byte[] ciphertext)
    {
        var item = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            item[key] = key == BranchKeyItemNames.HierarchyVersion ? new() { N = value } : new() { S = value };
        }

        item[BranchKeyItemNames.Ciphertext] = new() { B = new MemoryStream(ciphertext, writable: false) };
        return item;
    }

    /// <summary>Reads an item, or returns null if it hasn't the shape of one. Nothing in it is authenticated yet.</summary>
    public static BranchKeyItem? TryRead(Dictionary<string, AttributeValue> attributes)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[]? ciphertext = null;
        foreach (var (name, value) in attributes)
        {
            if (name == BranchKeyItemNames.Ciphertext)
            {
                ciphertext = value.B is { Length: > 0 and <= KmsCall.MaxCiphertextLength } blob ? blob.ToArray() : null;
                continue;
            }

            if ((name == BranchKeyItemNames.HierarchyVersion ? value.N : value.S) is not { } text)
            {
                return null;
            }

            pairs[name] = text;
        }

        return ciphertext is not null && HasShape(pairs) ? new(pairs, ciphertext) : null;
    }

    private static bool HasShape(Dictionary<string, string> pairs)
        => pairs.GetValueOrDefault(BranchKeyItemNames.Id) is { Length: > 0 }
        && pairs.GetValueOrDefault(BranchKeyItemNames.Type) is { Length: > 0 } type
        && pairs.ContainsKey(BranchKeyItemNames.CreateTime)
        && pairs.ContainsKey(BranchKeyItemNames.HierarchyVersion)
        && pairs.GetValueOrDefault(BranchKeyItemNames.KmsArn) is { Length: > 0 and <= MaxArnLength }
        && !pairs.ContainsKey(BranchKeyItemNames.TableName)
        && (pairs.ContainsKey(BranchKeyItemNames.Version)
            ? type == BranchKeyItemNames.ActiveType
            : type == BranchKeyItemNames.BeaconType
                || (type.Length > BranchKeyItemNames.VersionPrefix.Length && type.StartsWith(BranchKeyItemNames.VersionPrefix, StringComparison.Ordinal)));
}
