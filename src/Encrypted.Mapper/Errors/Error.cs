using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper;

/// <summary>Every error of the item format, in one place, so that what messages say can be reviewed: names and rules, never values.</summary>
internal static partial class Error
{
    public static InvalidItemException ValueShape(AttributeLocation at)
        => Invalid("value-shape", at, "has a value, or contains one, of which not exactly one type member is set");

    public static InvalidItemException TooDeep(AttributeLocation at)
        => Invalid("value-depth", at, "is nested more than 32 levels deep");

    public static InvalidItemException UnpairedSurrogate(AttributeLocation at)
        => Invalid("unpaired-surrogate", at, "contains text with an unpaired surrogate, which has no UTF-8 form");

    public static InvalidItemException NameLength(AttributeLocation at)
        => Invalid("name-length", at, "has, or contains, a name that isn't between 1 and 65,535 bytes of UTF-8");

    public static InvalidItemException DuplicateSetMember(AttributeLocation at)
        => Invalid("duplicate-set-member", at, "contains a set with a duplicate member (numbers are compared after normalisation)");

    public static InvalidItemException Number(NumberStatus status, AttributeLocation at) => status switch
    {
        NumberStatus.TooManyDigits => Invalid("number-digits", at, "contains a number of more than 38 significant digits"),
        NumberStatus.OutOfRange => Invalid("number-range", at, "contains a number whose magnitude is not within 1E-130 to 9.9…E+125"),
        _ => Invalid("number-format", at, "contains text where a number must stand that is not a number"),
    };

    public static InvalidItemException KeyMissing(string table, string attribute)
        => Invalid("key-missing", new(table, attribute), "is part of the table's key and is missing from the item");

    public static InvalidItemException ContextAttributeMissing(string table, string attribute)
        => Invalid("context-attribute-missing", new(table, attribute), "is part of the encryption context and must have a value in every item");

    public static InvalidItemException NoAction(string table)
        => Invalid("no-action", new(table, AttributeLocation.Unknown), "has no configured action and isn't in the unsigned list");

    public static InvalidItemException AlreadyProtected(string table)
        => Invalid("already-protected", new(table, Encryption.ReservedNames.Header), "is reserved for the format and can't stand in an item to be encrypted");

    public static InvalidItemException ContextSize(AttributeLocation at)
        => Invalid("encryption-context-size", at, "is too long for the encryption context: a value there has at most 65,535 bytes");

    public static InvalidItemException TooManyAttributes(string table)
        => Invalid("too-many-attributes", new(table, AttributeLocation.Unknown), "is one too many: an item has at most 65,535 signed attributes");

    public static InvalidItemException ExtensionName(string table)
        => Invalid("extension-name", new(table, AttributeLocation.Unknown), "can't be added to extension data: its name is reserved, mapped by the class, unprotected in the table, or there already");

    public static InvalidItemException BranchKeySelectorForWriting(string? table, Type failure)
        => new("branch-key-selector", $"The branch key selector failed with {failure.Name} on the attributes of an item of table '{table}'; its message is withheld, since it may contain a value (rule branch-key-selector).", table);

    private static InvalidItemException Invalid(string rule, AttributeLocation at, string what)
        => new(rule, $"Attribute '{at.Attribute}' of table '{at.Table}' {what} (rule {rule}).", at.Table, at.Attribute);
}
