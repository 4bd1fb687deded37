using System.Globalization;

namespace Encrypted.Mapper.Context;

/// <summary>The errors that the context raises. Messages hold names of tables, model attributes, types and rules only.</summary>
internal static class ContextErrors
{
    public static InvalidItemException KeyMissing(string table, string attribute)
        => new("key-missing", $"The key attribute '{attribute}' of table '{table}' has no value.", table, attribute);

    public static InvalidItemException KeyEmpty(string table, string attribute)
        => new("key-empty", $"The key attribute '{attribute}' of table '{table}' is empty.", table, attribute);

    public static InvalidItemException SortKeyUnexpected(string table)
        => new("key-unexpected", $"A sort key was given, but table '{table}' has none.", table);

    public static InvalidItemException ItemTooLarge(string table, long plain, long stored)
        => new(
            "item-too-large",
            string.Create(CultureInfo.InvariantCulture, $"The item is larger than DynamoDB's limit of {ItemSize.Limit} bytes: {plain} bytes plain, {stored} bytes protected (table '{table}')."),
            table);

    public static ItemVerificationException OtherItemReturned(string table)
        => new("returned-key-differs", $"Table '{table}' returned an item under another key than the one asked for.", table);

    public static ItemVerificationException IndexRowIncomplete(string table, string index)
        => new(
            "index-row-incomplete",
            $"A row of index '{index}' of table '{table}' lacks aws_dbe_head or aws_dbe_foot: the index must project ALL attributes, or the row was never protected.",
            table);

    public static ProtectedAttributeException EncryptedInCondition(string table, string attribute)
        => new(
            "encrypted-attribute-in-condition",
            $"The attribute '{attribute}' of table '{table}' is encrypted and can't stand in a condition or filter: the request would carry its plaintext. Filter on signed attributes, or on the loaded entities.",
            table,
            attribute);

    public static ProtectedAttributeException UnknownInCondition(string table)
        => new(
            "unknown-attribute-in-condition",
            $"A condition or filter on table '{table}' names an attribute that no entity of the table declares, so that it may be an encrypted one.",
            table,
            "*");

    public static ProtectedAttributeException UndefinedName(string table)
        => new("undefined-name-in-condition", $"An expression on table '{table}' uses a name placeholder that ExpressionAttributeNames doesn't define.", table);

    public static ModelConfigurationException UnknownIndex(string table, string index)
        => new("index-unknown", $"No key attribute of the entity declares the index '{index}' of table '{table}'.", table);

    public static ModelConfigurationException IndexWithoutSortKey(string table, string? index)
        => new(
            "sort-key-unknown",
            index is null ? $"The query has a sort key condition, but table '{table}' has no sort key." : $"The query has a sort key condition, but index '{index}' of table '{table}' has no sort key.",
            table);

    public static ModelConfigurationException UnknownProperty(string table, string property)
        => new("property-unknown", $"The entity has no mapped property '{property}' (table '{table}').", table);

    public static ModelConfigurationException ConversionUnsupported()
        => new("conversion-unsupported", "Only DynamoDBEntryConversion.V1 and V2 are supported for encrypted entities.");

    public static NotSupportedException NotSupported(string member, string instead)
        => new($"{member} is not supported for encrypted entities: {instead}");
}
