namespace Encrypted.Mapper;

/// <content>Refusals to read an item (wire format, section 10).</content>
internal static partial class Error
{
    public static ItemVerificationException StoredKeyMissing(string table, string attribute)
        => Unverified("key-missing", table, attribute, "the attribute is part of the table's key and is missing");

    public static ItemVerificationException NotProtected(string table)
        => Unverified("not-protected", table, null, "it has neither header nor footer: it was never encrypted, or was read without all its attributes");

    public static ItemVerificationException HeaderMissing(string table)
        => Unverified("header-missing", table, Encryption.ReservedNames.Header, "it has a footer but no header");

    public static ItemVerificationException FooterMissing(string table)
        => Unverified("footer-missing", table, Encryption.ReservedNames.Footer, "it has a header but no footer");

    public static ItemVerificationException HeaderMalformed(string table, string detail)
        => Unverified("header-malformed", table, Encryption.ReservedNames.Header, $"its header is malformed: {detail}");

    public static ItemVerificationException FooterMalformed(string table, string detail)
        => Unverified("footer-malformed", table, Encryption.ReservedNames.Footer, $"its footer is malformed: {detail}");

    public static ItemVerificationException AttributeAdded(string table)
        => Unverified("attribute-added", table, null, "it has more attributes to verify than were signed: one was added, or one that is stored unsigned is now in the signature's scope");

    public static ItemVerificationException AttributeRemoved(string table)
        => Unverified("attribute-removed", table, null, "it has fewer attributes to verify than were signed: one was removed, or one that was signed is now listed as unsigned");

    public static ItemVerificationException NothingSigned(string table)
        => Unverified("nothing-signed", table, null, "no attribute of it is in the signature's scope");

    public static ItemVerificationException StoredValueInvalid(InvalidItemException error)
        => new(error.Rule, $"An item of table '{error.TableName}' can't be verified, nothing of it was used: {error.Message}", error.TableName, error.AttributeName, error);

    public static ItemVerificationException ContextMismatch(string table)
        => Unverified("encryption-context-mismatch", table, null, "the encryption context in its header contradicts the item");

    public static ItemVerificationException PublicKey(string table)
        => Unverified("public-key", table, Encryption.ReservedNames.Header, "its header lacks the verification key that its algorithm suite needs, has one that the suite doesn't use, or has one that is no point of the curve");

    public static ItemVerificationException DataKey(string table)
        => Unverified("data-key", table, Encryption.ReservedNames.Header, "none of its encrypted data keys could be unwrapped: it was written under another key, belongs to another table, a key attribute or attribute of the encryption context was changed, or its header names more keys than are tried (16 of each keyring)");

    public static ItemVerificationException Commitment(string table)
        => Unverified("key-commitment", table, Encryption.ReservedNames.Header, "its header doesn't match the data key");

    public static ItemVerificationException Signature(string table)
        => Unverified("signature", table, Encryption.ReservedNames.Footer, "its signature doesn't match its content");

    public static ItemVerificationException Ciphertext(string table, string attribute)
        => Unverified("ciphertext", table, attribute, "the encrypted value can't be decrypted");

    public static ItemVerificationException DecryptedValue(string table, string attribute)
        => Unverified("decrypted-value", table, attribute, "the decrypted bytes aren't a value of the type that the item states");

    public static ItemVerificationException NotBinary(string table, string attribute)
        => Unverified("ciphertext", table, attribute, "the item's header says that the attribute is encrypted, but its value isn't the binary of at least 18 bytes that an encrypted value is");

    public static ItemVerificationException BranchKeySelector(string? table, Type failure)
        => new("branch-key-selector", $"An item of table '{table}' can't be verified, nothing of it was used: the branch key selector failed on its attributes with {failure.Name} (rule branch-key-selector).", table);

    private static ItemVerificationException Unverified(string rule, string table, string? attribute, string why)
    {
        var where = attribute is null ? "" : $", attribute '{attribute}'";
        return new(rule, $"An item of table '{table}' can't be verified, nothing of it was used: {why} (rule {rule}{where}).", table, attribute);
    }
}
