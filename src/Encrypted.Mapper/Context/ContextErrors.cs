using System.Globalization;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Context;

/// <summary>The errors that the context raises. Messages hold names of tables, model attributes, types and rules, never a value.</summary>
internal static partial class ContextErrors
{
    public static InvalidItemException KeyMissing(string table, string attribute)
        => Invalid("key-missing", table, attribute, $"The key attribute '{attribute}' of table '{table}' has no value.");

    public static InvalidItemException KeyEmpty(string table, string attribute)
        => Invalid("key-empty", table, attribute, $"The key attribute '{attribute}' of table '{table}' is empty.");

    public static InvalidItemException SortKeyUnexpected(string table)
        => Invalid("key-unexpected", table, null, $"A sort key was given, but table '{table}' has none.");

    public static InvalidItemException ItemTooLarge(string table, long plain, long stored)
        => Invalid(
            "item-too-large",
            table,
            null,
            string.Create(CultureInfo.InvariantCulture, $"The item is larger than DynamoDB's limit of {ItemSize.Limit} bytes: {plain} bytes plain, {stored} bytes protected (table '{table}')."));

    public static InvalidItemException ConditionValue(string table, string attribute)
        => Invalid("condition-value-missing", table, attribute, $"A value for the attribute '{attribute}' of table '{table}' converts to nothing. Test with IsNull or IsNotNull instead.");

    public static InvalidItemException UnknownLost(string table, string entity)
        => Invalid(
            "unknown-attributes-lost",
            table,
            null,
            $"The instance of '{entity}' was loaded from an item of table '{table}' with attributes that the class doesn't map, and saving it would lose them. Give the class an [ExtensionData] property, or allow the loss with UnknownAttributePolicy.Drop.");

    public static InvalidItemException UnknownInStruct(string table, string entity)
        => Invalid(
            "unknown-attributes-in-struct",
            table,
            null,
            $"An item of table '{table}' has attributes that the struct '{entity}' doesn't map, and saving it would lose them without notice. Give it an [ExtensionData] property, or allow the loss with UnknownAttributePolicy.Drop.");

    public static InvalidItemException ForeignExtensionData(string table)
        => Invalid("extension-data-foreign", table, null, $"The extension data was read from another item of table '{table}' or another table, or from an earlier state of the item, and can't be saved with this one.");

    public static InvalidItemException ExtensionNameTaken(string table)
        => Invalid("extension-name", table, AttributeLocation.Unknown, $"The extension data of an item of table '{table}' holds an attribute that the class maps.");

    public static InvalidItemException KeyChanged(string table)
        => Invalid("key-changed", table, null, $"The update of an item of table '{table}' changed its key. Save the item under its new key and delete the old one.");

    public static InvalidItemException ExpressionTooLong(string table)
        => Invalid("expression-too-long", table, null, $"An item of table '{table}' has too many unprotected attributes: a condition on all of them exceeds DynamoDB's limit for expressions.");

    public static ConcurrentUpdateException UpdateGaveUp(string table, int attempts, Exception conflict)
        => new(
            "update-attempts-exhausted",
            With("update-attempts-exhausted", string.Create(CultureInfo.InvariantCulture, $"An item of table '{table}' was changed by another writer during each of {attempts} attempts to update it.")),
            table,
            innerException: conflict);

    public static ItemNotFoundException NotFound(string table)
        => new("item-not-found", With("item-not-found", $"There is no item to update in table '{table}' under the given key."), table);

    public static ItemVerificationException OtherItemReturned(string table)
        => Unverified("returned-key-differs", table, $"Table '{table}' returned an item under another key than the one asked for.");

    public static ItemVerificationException IndexRowIncomplete(string table, string index)
        => Unverified(
            "index-row-incomplete",
            table,
            $"A row of index '{index}' of table '{table}' lacks aws_dbe_head or aws_dbe_foot: the index must project ALL attributes, or the row was never protected.");

    public static ItemVerificationException StoredValueUnfit(string table, InvalidItemException error)
        => new(error.Rule, $"An item of table '{table}' can't be read as its entity, nothing of it was used: {error.Message}", table, error.AttributeName, error);

    public static ItemVerificationException EntityRefusedValue(string table, string entity, Type failure)
        => new("entity-refused-value", $"An item of table '{table}' can't be read as its entity: a constructor or setter of '{entity}' failed with {failure.Name}, whose message is withheld, since it may contain a value (rule entity-refused-value).", table);

    public static InvalidItemException OtherEntityType(string table, string loadedAs, string savedAs)
        => new("entity-type-differs", $"An instance that was loaded from table '{table}' as '{loadedAs}' can't be saved as '{savedAs}': what only the former maps would be lost. Name the type in the call (rule entity-type-differs).", table);

    public static InvalidItemException VersionExhausted(string table, string attribute)
        => new("version-exhausted", $"The next version of an item of table '{table}' doesn't fit the property of attribute '{attribute}' (rule version-exhausted).", table, attribute);

    public static ProtectedAttributeException EncryptedInCondition(string table, string attribute)
        => Protected(
            "encrypted-attribute-in-condition",
            table,
            attribute,
            $"The attribute '{attribute}' of table '{table}' is encrypted and can't stand in a condition or filter: the request would carry its plaintext. Filter on signed attributes, or on the loaded entities.");

    public static ProtectedAttributeException UnknownInCondition(string table)
        => Protected(
            "unknown-attribute-in-condition",
            table,
            "*",
            $"A condition or filter on table '{table}' names an attribute that no entity of the table declares, so that it may be an encrypted one.");

    public static ProtectedAttributeException UndefinedName(string table)
        => Protected("undefined-name-in-condition", table, null, $"An expression on table '{table}' uses a name placeholder that ExpressionAttributeNames doesn't define.");

    public static ProtectedAttributeException UnusedValue(string table)
        => Protected("unused-value-in-condition", table, null, $"An expression on table '{table}' comes with a value that it doesn't use: the request would carry it in clear for nothing.");

    public static ProtectedAttributeException BatchNeedsReplace(string table, string entity)
        => Protected(
            "batch-write-needs-replace",
            table,
            null,
            $"The entity '{entity}' of table '{table}' has unprotected properties or extension data, and a batch write would lose what others wrote to them. Save the entities one by one, or set SaveMode.Replace in an EncryptedBatchWriteConfig or by UseSaveMode.");

    public static InvalidItemException DuplicateInBatch(string table)
        => Invalid("duplicate-key-in-batch", table, null, $"A batch on table '{table}' has two entries with the same key, which the service would refuse.");

    public static BatchIncompleteException BatchIncomplete(string tables, int remaining, int attempts)
        => new(
            With("batch-incomplete", string.Create(CultureInfo.InvariantCulture, $"DynamoDB processed nothing more of a batch on table '{tables}' in {attempts} attempts, and {remaining} of its items remain. Try those again later, or give the table more capacity.")),
            tables,
            remaining);

    public static InvalidOperationException VersionInBatch(string entity)
        => new($"The entity '{entity}' has a version, and a batch write can't check it. Set SkipVersionCheck to write without the check, or save the entities one by one.");

    public static ArgumentException ForeignPart(string parameter) => new("Every part of a batch or transaction must be made by this context.", parameter);

    public static NotSupportedException NotSupported(UnsupportedMember member)
        => new($"{member.Name} is not supported for encrypted entities: {member.Instead}");

    private static InvalidItemException Invalid(string rule, string table, string? attribute, string message)
        => new(rule, With(rule, message), table, attribute);

    private static ItemVerificationException Unverified(string rule, string table, string message)
        => new(rule, With(rule, message), table);

    private static ProtectedAttributeException Protected(string rule, string table, string? attribute, string message)
        => new(rule, With(rule, message), table, attribute);

    private static string With(string rule, string message) => $"{message[..^1]} (rule {rule}).";
}
