using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>What a context was configured with. Read only once the context exists.</summary>
internal sealed class ContextSettings
{
    /// <summary>The settings that the stock context has too: prefix, conversion, empty strings, consistent reads.</summary>
    public DynamoDBContextConfig Config { get; } = new() { DisableFetchingTableMetadata = true };

    public AlgorithmSuite AlgorithmSuite { get; set; } = AlgorithmSuite.EcdsaP384SymSigHmacSha384;

    public bool ReuseSigningKey { get; set; } = true;

    public bool EncryptedOnly { get; set; }

    public bool RequireProtection { get; set; }

    public SaveMode SaveMode { get; set; }

    public UnknownAttributePolicy UnknownAttributes { get; set; }

    public int MaxUpdateAttempts { get; set; } = UpdateConfig.DefaultMaxAttempts;

    /// <summary>Measures the waits between attempts.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Declared restores: physical table name or ARN to logical table name.</summary>
    public Dictionary<string, string> LogicalTableNames { get; } = new(StringComparer.Ordinal);

    public Func<UnverifiableRow, UnverifiableRowAction>? OnUnverifiableRow { get; set; }

    public EntityRegistry Registry { get; set; } = EntityRegistry.Shared;
}
