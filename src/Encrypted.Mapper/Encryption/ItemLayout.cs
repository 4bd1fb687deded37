using System.Collections.Frozen;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>A validated configuration with all that can be derived from it once for all items of the table.</summary>
internal sealed class ItemLayout
{
    private readonly FrozenDictionary<string, CanonicalAttribute> _attributes;
    private readonly FrozenSet<string> _unsigned;
    private readonly string? _unsignedPrefix;

    /// <exception cref="ModelConfigurationException">The configuration breaks a rule of wire format section 2.1.</exception>
    public ItemLayout(ItemEncryptorConfiguration configuration)
    {
        Table = configuration.LogicalTableName;
        Utf8Table = Utf8Text.GetBytes(Table) ?? throw Error.TableName(AttributeLocation.Unknown);
        _unsigned = configuration.UnsignedAttributes.ToFrozenSet(StringComparer.Ordinal);
        _unsignedPrefix = configuration.UnsignedPrefix;
        HasContextAttributes = configuration.Actions.Values.Contains(CryptoAction.SignAndIncludeInEncryptionContext);
        ConfigurationRules.Check(configuration, this);

        _attributes = configuration.Actions
            .Select(pair => CanonicalAttribute.TryCreate(Utf8Table, pair.Key, pair.Value) ?? throw Error.NoCanonicalName(Table, pair.Key))
            .ToFrozenDictionary(attribute => attribute.Name, StringComparer.Ordinal);
        Signed = [.. _attributes.Values.Where(attribute => attribute.Action != CryptoAction.DoNothing).Order()];
        for (var i = 0; i < Signed.Length; i++)
        {
            Signed[i].Rank = i;
        }

        PartitionKey = _attributes[configuration.PartitionKey];
        SortKey = configuration.SortKey is null ? null : _attributes[configuration.SortKey];
        Keys = SortKey is null ? [PartitionKey] : [PartitionKey, SortKey];
    }

    /// <summary>The logical table name.</summary>
    public string Table { get; }

    public byte[] Utf8Table { get; }

    public CanonicalAttribute PartitionKey { get; }

    public CanonicalAttribute? SortKey { get; }

    /// <summary>The partition key and, if there is one, the sort key.</summary>
    public CanonicalAttribute[] Keys { get; }

    /// <summary>The configured signed attributes in canonical order; each one's index is its <see cref="CanonicalAttribute.Rank"/>.</summary>
    public CanonicalAttribute[] Signed { get; }

    /// <summary>Whether items are written with header version 2.</summary>
    public bool HasContextAttributes { get; }

    public CanonicalAttribute? Find(string name) => _attributes.GetValueOrDefault(name);

    public bool IsKey(CanonicalAttribute attribute) => ReferenceEquals(attribute, PartitionKey) || ReferenceEquals(attribute, SortKey);

    /// <summary>Whether the attribute is outside the signature's scope (wire format, section 2.1).</summary>
    public bool IsUnsigned(string name)
        => ReservedNames.IsFormatAttribute(name)
        || _unsigned.Contains(name)
        || (_unsignedPrefix is not null && name.StartsWith(_unsignedPrefix, StringComparison.Ordinal));
}
