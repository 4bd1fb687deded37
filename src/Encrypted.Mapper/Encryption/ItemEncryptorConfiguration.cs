using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>How the items of one table are protected (wire format, section 2).</summary>
public sealed record ItemEncryptorConfiguration
{
    /// <summary>The logical table name, which every item is bound to. By default the physical name.</summary>
    public required string LogicalTableName { get; init; }

    /// <summary>The name of the table's partition key attribute.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>The name of the table's sort key attribute, or <see langword="null"/> when the table has none.</summary>
    public string? SortKey { get; init; }

    /// <summary>
    /// The action for each attribute by name. The keys are <see cref="CryptoAction.SignOnly"/>, or
    /// <see cref="CryptoAction.SignAndIncludeInEncryptionContext"/> when any attribute has that action.
    /// </summary>
    public required IReadOnlyDictionary<string, CryptoAction> Actions { get; init; }

    /// <summary>The names of attributes that may stand unsigned in an item. The list may only grow during the life of a table.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyCollection<string> UnsignedAttributes { get; init; } = [];

    /// <summary>A prefix that marks attributes that may stand unsigned in an item.</summary>
    /// <value>The default is <see langword="null"/>: no prefix. The empty string is a prefix of every name.</value>
    public string? UnsignedPrefix { get; init; }

    /// <summary>The suite that items are written with; items of both suites are read.</summary>
    /// <value>The default is <see cref="AlgorithmSuite.EcdsaP384SymSigHmacSha384"/>.</value>
    public AlgorithmSuite AlgorithmSuite { get; init; } = AlgorithmSuite.EcdsaP384SymSigHmacSha384;

    /// <summary>
    /// Whether a signing pair of <see cref="AlgorithmSuite.EcdsaP384SymSigHmacSha384"/> may serve several items: at most 1,000,
    /// for at most 5 minutes, one item at a time. The public key is bound to each item. Making a pair costs more than signing;
    /// with a pair for each item nobody can tell which items one process wrote.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ReuseSigningKey { get; init; } = true;

    /// <summary>Whether unencrypted items may be written or read.</summary>
    /// <value>The default is <see cref="PlaintextPolicy.ForbidPlaintextWriteForbidPlaintextRead"/>.</value>
    public PlaintextPolicy PlaintextPolicy { get; init; }
}
