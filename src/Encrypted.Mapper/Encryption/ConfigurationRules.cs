using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>What a configuration must obey before any item is touched (wire format, section 2.1).</summary>
internal static class ConfigurationRules
{
    public static void Check(ItemEncryptorConfiguration configuration, ItemLayout layout)
    {
        // An enumeration can hold any number: an unknown suite would write items that nobody verifies.
        if (!Enum.IsDefined(configuration.AlgorithmSuite)
            || !Enum.IsDefined(configuration.PlaintextPolicy)
            || !configuration.Actions.Values.All(Enum.IsDefined))
        {
            throw Error.UndefinedOption(layout.Table);
        }

        CheckKey(configuration, configuration.PartitionKey, layout.HasContextAttributes);
        if (configuration.SortKey is { } sortKey)
        {
            CheckKey(configuration, sortKey, layout.HasContextAttributes);
            if (string.Equals(sortKey, configuration.PartitionKey, StringComparison.Ordinal))
            {
                throw Error.SameKeys(layout.Table, sortKey);
            }
        }

        foreach (var (name, action) in configuration.Actions)
        {
            if (ReservedNames.IsReserved(name))
            {
                throw Error.ReservedName(layout.Table, name);
            }

            var unsigned = layout.IsUnsigned(name);
            if (action == CryptoAction.DoNothing && !unsigned)
            {
                throw Error.DoNothingNotAllowed(layout.Table, name);
            }

            if (action != CryptoAction.DoNothing && unsigned)
            {
                throw Error.SignedButListedUnsigned(layout.Table, name);
            }
        }
    }

    private static void CheckKey(ItemEncryptorConfiguration configuration, string key, bool inContext)
    {
        var expected = inContext ? CryptoAction.SignAndIncludeInEncryptionContext : CryptoAction.SignOnly;
        if (!configuration.Actions.TryGetValue(key, out var action) || action != expected)
        {
            throw Error.KeyAction(configuration.LogicalTableName, key, inContext);
        }
    }
}
