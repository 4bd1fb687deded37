namespace Encrypted.Mapper.Encryption;

/// <summary>Attribute names that belong to the format (wire format, section 2.3).</summary>
internal static class ReservedNames
{
    public const string AttributePrefix = "aws_dbe_";
    public const string Header = "aws_dbe_head";
    public const string Footer = "aws_dbe_foot";
    public const string ContextPrefix = "aws-crypto-";

    public static bool IsFormatAttribute(string name) => name.StartsWith(AttributePrefix, StringComparison.Ordinal);

    public static bool IsReserved(string name)
        => IsFormatAttribute(name) || name.StartsWith(ContextPrefix, StringComparison.Ordinal);
}
