using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>The rules that the analyzers report. Each has a page under docs/rules.</summary>
internal static class Rules
{
    private const string Protection = "Encrypted.Mapper.Protection";
    private const string Mapping = "Encrypted.Mapper.Mapping";
    private const string HelpPages = "https://github.com/encrypted-mapper/encrypted-mapper/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor ClearMemberProtected = Error(
        "ENCM001",
        "Key, version or discriminator can't be encrypted or unprotected",
        Protection,
        "'{0}' is {1} of '{2}' and is always signed in clear: remove [{3}]",
        "DynamoDB must read keys, index keys and the version in clear, and readers must be able to trust them.");

    public static readonly DiagnosticDescriptor TwoProtections = Error(
        "ENCM002",
        "More than one protection on a property",
        Protection,
        "'{0}' carries more than one of [Encrypted], [SignedOnly] and [Unprotected]: keep one",
        "Which protection is meant can't be told.");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "ENCM003",
        "Type can't be stored",
        Mapping,
        "'{0}' of '{1}' can't be stored: {2}",
        "The type has no mapping to an attribute value.");

    public static readonly DiagnosticDescriptor Unmarked = new(
        "ENCM004",
        "Property without a protection",
        "'{0}' of '{1}' says nothing of its protection and is encrypted: mark it [Encrypted], [SignedOnly] or [Unprotected], or state the class's policy in [EncryptedEntity(Unmarked = …)]",
        Protection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever reads the class should see what the table shows. An attribute that is encrypted for want of a word can't be filtered on, and changing that later needs a migration.",
        helpLinkUri: HelpPages + "ENCM004.md");

    public static readonly DiagnosticDescriptor InaccessibleMember = Error(
        "ENCM005",
        "Member can't be accessed by the generated model",
        Mapping,
        "'{0}' can't be mapped: {1}",
        "The generated model reads and writes entities by ordinary code of the same assembly.");

    public static readonly DiagnosticDescriptor SignedAndUnprotected = Error(
        "ENCM006",
        "Attribute signed in one entity and unprotected in another of the same table",
        Protection,
        "Attribute '{0}' of table '{1}' is unprotected in '{2}' but signed in '{3}': an attribute is unprotected in all entities of a table or in none",
        "A table has one list of unsigned attributes. An attribute on it is trusted by no reader.");

    public static readonly DiagnosticDescriptor AttributeName = Error(
        "ENCM007",
        "Attribute name is reserved or used twice",
        Mapping,
        "'{0}' can't be stored as '{1}': {2}",
        "Two members can't share an attribute, and some names belong to the item format.");

    public static readonly DiagnosticDescriptor NoTable = Error(
        "ENCM008",
        "Encrypted entity without table or partition key",
        Mapping,
        "'{0}' {1}",
        "An entity needs a table name and exactly one partition key.");

    public static readonly DiagnosticDescriptor IgnoredAndProtected = Error(
        "ENCM009",
        "Protection on an ignored property",
        Protection,
        "'{0}' carries [{1}] and [DynamoDBIgnore]: it is never stored, so remove one of them",
        "A protection says that the value is stored, and [DynamoDBIgnore] that it isn't.");

    public static readonly DiagnosticDescriptor EncryptedEpoch = new(
        "ENCM010",
        "Encrypted epoch time can't serve as time to live",
        "'{0}' is stored as epoch but encrypted: DynamoDB's time to live needs a clear number, so mark it [SignedOnly]",
        Protection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "DynamoDB expires items by a number that it can read. An encrypted one is ignored, and the item stays for ever.",
        helpLinkUri: HelpPages + "ENCM010.md");

    public static readonly DiagnosticDescriptor ServerComputed = Error(
        "ENCM011",
        "Value computed by the server on a protected member",
        Protection,
        "'{0}' is {1}, which DynamoDB computes: it can't be protected, so mark it [Unprotected] or remove the attribute",
        "A value that DynamoDB computes was never signed or encrypted by anyone.");

    public static readonly DiagnosticDescriptor UnsupportedMapping = Error(
        "ENCM012",
        "Mapping attribute not supported on encrypted entities",
        Mapping,
        "'{0}' carries {1}, which encrypted entities don't support yet",
        "Ignoring a mapping attribute in silence would store something else than the class says.");

    public static readonly DiagnosticDescriptor NestedProtection = Error(
        "ENCM013",
        "Protection inside a value that isn't encrypted",
        Protection,
        "[{0}] on '{1}' has no effect: the value is stored within '{2}', which is not encrypted; mark '{2}' [Encrypted]",
        "An attribute is protected as a whole. A nested property is as protected as the top-level property that holds it.");

    public static readonly DiagnosticDescriptor OpenGeneric = Error(
        "ENCM014",
        "Encrypted entity is an open generic type",
        Mapping,
        "'{0}' is generic, or nested in a generic type, and can't be an encrypted entity: derive a closed type from it",
        "A model is generated for one closed type.");

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "ENCM015",
        "No constructor fits",
        Mapping,
        "'{0}' can't be created when it is read: {1}",
        "Instances are created by one constructor, whose parameters are filled by the members that they name.");

    public static readonly DiagnosticDescriptor GenericAccess = Error(
        "ENCM016",
        "Private, init-only or required member of a generic type",
        Mapping,
        "{0} of the generic type '{1}' can't be called: .NET 8 has no accessors for generic types",
        "Generated code calls private and init-only members by UnsafeAccessor, which .NET 8 can't bind on generic types.");

    public static readonly DiagnosticDescriptor VersionNotWritable = Error(
        "ENCM017",
        "Version that can't be written back",
        Mapping,
        "'{0}' can't be the version of '{1}': {2}, so the new version would be lost",
        "A save gives the entity its new version. An entity that keeps the old one can't be saved again.");

    public static readonly DiagnosticDescriptor Converter = Error(
        "ENCM018",
        "Converter doesn't fit",
        Mapping,
        "The converter of '{0}' can't be used: {1}",
        "A converter is created without arguments and must convert the property's type.");

    public static readonly DiagnosticDescriptor ExtensionData = Error(
        "ENCM019",
        "Property can't hold extension data",
        Mapping,
        "'{0}' can't hold extension data: {1}",
        "One property of an entity can hold the attributes of its item that the class doesn't map.");

    public static readonly DiagnosticDescriptor BranchKeyOutsideKey = Error(
        "ENCM020",
        "Branch key id outside the table's key",
        Protection,
        "'{0}' can't name the item's branch key: {1}",
        "Readers choose the branch key by the table's key, before they have any key to read the rest of the item with.");

    public static readonly DiagnosticDescriptor TwoBranchKeys = Error(
        "ENCM021",
        "More than one branch key id in an entity",
        Protection,
        "'{0}' names its branch key by '{1}' and by '{2}': keep one [BranchKey]",
        "An item is protected with one branch key.");

    public static readonly DiagnosticDescriptor BranchKeyType = Error(
        "ENCM022",
        "Branch key id of a type that can't be one",
        Protection,
        "'{0}' of '{1}' can't name the item's branch key: an id is stored as a string or a number",
        "The id of a branch key is text. A string and a number have one text each, and other values have none.");

    public static readonly DiagnosticDescriptor BranchKeyDiffers = Error(
        "ENCM023",
        "Entities of one table differ in the branch key",
        Protection,
        "'{0}' of table '{1}' names its branch key by attribute '{2}', but '{3}' of the same table {4}: all entities of a table name it alike",
        "Which branch key an item has must be known before its type is.");

    private static DiagnosticDescriptor Error(string id, string title, string category, string message, string description)
        => new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true, description, HelpPages + id + ".md");
}
