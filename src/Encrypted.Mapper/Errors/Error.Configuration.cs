namespace Encrypted.Mapper;

/// <content>Refusals of a configuration (wire format, section 2.1).</content>
internal static partial class Error
{
    public static ModelConfigurationException KeyAction(string table, string attribute, bool inContext)
        => Misconfigured("key-action", table, attribute, inContext
            ? "is a table key and must be in the encryption context (SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT), because another attribute is"
            : "is a table key and must be signed in clear (SIGN_ONLY)");

    public static ModelConfigurationException SameKeys(string table, string attribute)
        => Misconfigured("key-names", table, attribute, "is both partition key and sort key");

    public static ModelConfigurationException DoNothingNotAllowed(string table, string attribute)
        => Misconfigured("unsigned-not-listed", table, attribute, "is to be left unprotected (DO_NOTHING), but is neither in the list of unsigned attributes nor begins with the unsigned prefix");

    public static ModelConfigurationException SignedButListedUnsigned(string table, string attribute)
        => Misconfigured("signed-and-unsigned", table, attribute, "is to be signed, but is in the list of unsigned attributes or begins with the unsigned prefix");

    public static ModelConfigurationException ReservedName(string table, string attribute)
        => Misconfigured("reserved-name", table, attribute, "has a name that begins with a prefix reserved for the format: aws_dbe_ or aws-crypto-");

    public static ModelConfigurationException NoCanonicalName(string table, string attribute)
        => Misconfigured("name-form", table, attribute, "has a name with an unpaired surrogate, or of a length that isn't between 1 and 65,535 bytes of UTF-8");

    public static ModelConfigurationException TableName(string table)
        => Misconfigured("table-name", table, null, "has a name that has no UTF-8 form");

    public static ModelConfigurationException UndefinedOption(string table)
        => Misconfigured("undefined-option", table, null, "is configured with an algorithm suite, a plaintext policy or an attribute action that doesn't exist");

    public static ModelConfigurationException EncryptedDataKeyCount()
        => new("encrypted-data-key-count", "The keyring must give an item between 1 and 255 encrypted data keys (rule encrypted-data-key-count).");

    public static ModelConfigurationException EncryptedDataKeyForm()
        => new("encrypted-data-key-form", "The keyring gave an encrypted data key of which a field is longer than 65,535 bytes or has no UTF-8 form (rule encrypted-data-key-form).");

    private static ModelConfigurationException Misconfigured(string rule, string table, string? attribute, string what)
    {
        var subject = attribute is null ? $"Table '{table}'" : $"Attribute '{attribute}' of table '{table}'";
        return new(rule, $"{subject} {what} (rule {rule}).", table, attribute);
    }
}
