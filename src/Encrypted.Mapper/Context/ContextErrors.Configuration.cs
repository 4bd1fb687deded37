namespace Encrypted.Mapper.Context;

/// <content>Refusals of a configuration, a type or a table.</content>
internal static partial class ContextErrors
{
    public static ModelConfigurationException UnknownIndex(string table)
        => Misconfigured("index-unknown", table, null, $"No key attribute of the entity declares the given index of table '{table}'.");

    public static ModelConfigurationException WithoutSortKey(string table, string? index)
        => Misconfigured(
            "sort-key-unknown",
            table,
            null,
            index is null ? $"The query has a sort key condition, but table '{table}' has no sort key." : $"The query has a sort key condition, but index '{index}' of table '{table}' has no sort key.");

    public static ModelConfigurationException UnknownProperty(string table)
        => Misconfigured("property-unknown", table, null, $"A condition on table '{table}' names a property that the entity doesn't map.");

    public static ModelConfigurationException ConversionUnsupported()
        => Misconfigured("conversion-unsupported", null, null, "Only DynamoDBEntryConversion.V1 and V2 are supported for encrypted entities.");

    public static ModelConfigurationException ModelMissing(string type, string tagged)
        => Misconfigured(
            "model-missing",
            null,
            null,
            $"The type '{type}' carries a protection attribute ('{tagged}'), but no model was generated for it. Check that the project that declares it references the Encrypted.Mapper package with its analyzers, and that the compiler is of .NET SDK 8.0.100 or later.");

    public static ModelConfigurationException EntityAsPlainType(string entity, string plainType)
        => Misconfigured("entity-as-plain-type", null, null, $"An instance of the encrypted entity '{entity}' was passed as the plain type '{plainType}'. Pass it as '{entity}'.");

    public static ModelConfigurationException EntityWithinPlainType(string entity)
        => Misconfigured("entity-within-plain-type", null, null, $"An instance of the encrypted entity '{entity}' stands in a member of a plain entity, and would be stored in clear. Tag the member, or keep the entity in a table of its own.");

    public static ModelConfigurationException PlainPartsRefused(string setting)
        => Misconfigured("plain-type-refused", null, null, $"The batch or transaction is one of types without protection attributes, and the context was configured with {setting}.");

    public static ModelConfigurationException PlainTypeRefused(string type, string setting)
        => Misconfigured("plain-type-refused", null, null, $"The type '{type}' carries no protection attribute, and the context was configured with {setting}.");

    public static ModelConfigurationException PlainTypeOnProtectedTable(string type, string table)
        => Misconfigured(
            "plain-type-on-protected-table",
            table,
            null,
            $"The type '{type}' carries no protection attribute, but table '{table}' holds encrypted entities. Mark the type's properties, or give it a table of its own.");

    public static ModelConfigurationException PlainAccess(string table)
        => Misconfigured(
            "plain-access-to-protected-table",
            table,
            null,
            $"Table '{table}' can't be used without encryption: it holds encrypted entities, or the context was configured with EncryptedOnly or RequireProtection.");

    public static ModelConfigurationException KeySchemaDiffers(string table, string entity, string otherEntity)
        => Misconfigured("key-schema-differs", table, null, $"The entities '{entity}' and '{otherEntity}' share table '{table}' but declare different keys.");

    public static ModelConfigurationException UnsignedInOneEntity(string table, string attribute, string unsignedIn, string signedIn)
        => Misconfigured(
            "unsigned-in-one-entity",
            table,
            attribute,
            $"The attribute '{attribute}' of table '{table}' is unsigned in '{unsignedIn}' and signed in '{signedIn}'. A name is unsigned in all entities of a table or in none: give one of them another name.");

    public static ModelConfigurationException LogicalNameShared(string table, string otherTable, string logicalName)
        => Misconfigured(
            "logical-table-name-shared",
            table,
            null,
            $"The tables '{otherTable}' and '{table}' would share the logical table name '{logicalName}', so that items of one would verify in the other. Declare the restore with LogicalTableName(\"{table}\", \"{logicalName}\"), or use one name for the table throughout.");

    public static ModelConfigurationException LogicalNameTwice(string table)
        => Misconfigured("logical-table-name-twice", table, null, $"Table '{table}' was declared with two logical table names.");

    public static ModelConfigurationException ClientAlreadyEncrypts(string client)
        => Misconfigured("client-already-encrypts", null, null, $"The client '{client}' encrypts items itself. Give the context a plain AmazonDynamoDBClient.");

    public static ModelConfigurationException KeySourceMissing()
        => Misconfigured("key-source-missing", null, null, "No key was named. Call UseKeyStore or UseKmsKey; for development UseLocalKey; or UseKmsMrk, UseKmsDiscovery, UseKmsRsaKey, UseRawAesKey, UseRawRsaKey, UseKeyring.");

    public static ModelConfigurationException BranchKeyMissing(string table)
        => Misconfigured("branch-key-missing", table, null, $"Nothing says which branch key the items of table '{table}' are protected with. Tag a property of the table's key with [BranchKey], or give UseKeyStore a branch key id or a selector.");

    public static ModelConfigurationException BranchKeyAmbiguous(string table, string attribute)
        => Misconfigured("branch-key-ambiguous", table, attribute, $"The branch key of items of table '{table}' is named twice: by [BranchKey] on attribute '{attribute}' and by a selector. Keep one of them.");

    public static ModelConfigurationException BranchKeyDiffers(string table, string entity, string otherEntity)
        => Misconfigured("branch-key-differs", table, null, $"The entities '{entity}' and '{otherEntity}' share table '{table}' but differ in [BranchKey]. Which branch key an item has must be known before its type is.");

    public static ModelConfigurationException KeySourceAmbiguous()
        => Misconfigured("key-source-ambiguous", null, null, "A local key was named beside another key: it would let whoever has its file read every item. Name one or the other.");

    public static ModelConfigurationException ClientTwice()
        => Misconfigured("client-ambiguous", null, null, "Create was given a client, and UseClient names another. UseClient is for AddEncryptedDynamo.");

    public static ModelConfigurationException ForeignRegistration()
        => Misconfigured(
            "foreign-context-registration",
            null,
            null,
            "Another IDynamoDBContext was registered after AddEncryptedDynamo, so that entities would be stored without encryption. Remove that registration, or call AddEncryptedDynamo last.");

    public static ModelConfigurationException UpdateOfPlainType(string type)
        => Misconfigured("update-of-plain-type", null, null, $"The type '{type}' is no encrypted entity, and its items have nothing that an update could be conditioned on. Use SaveAsync with [DynamoDBVersion].");

    public static ModelConfigurationException ContextNotEncrypted()
        => Misconfigured("context-not-encrypted", null, null, "UpdateAsync, UpdateOrCreateAsync and WarmUpAsync need an EncryptedDynamoContext, and this IDynamoDBContext is another one. Register it with AddEncryptedDynamo.");

    private static ModelConfigurationException Misconfigured(string rule, string? table, string? attribute, string message)
        => new(rule, With(rule, message), table, attribute);
}
