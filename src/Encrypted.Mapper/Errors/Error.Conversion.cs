using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper;

/// <summary>The errors of converting entities to plain items and back.</summary>
internal static partial class Error
{
    public static InvalidItemException AttributeType(in AttributePath path)
        => Conversion("attribute-type", in path, "holds a value that doesn't fit its property");

    public static InvalidItemException ArgumentType(in AttributePath path)
        => Conversion("argument-type", in path, "was given a value that is neither of its property's type nor of its element type");

    public static InvalidItemException NullElement(in AttributePath path)
        => Conversion("null-element", in path, "contains a null element, which this collection can't store");

    public static InvalidItemException ConversionDepth(in AttributePath path)
        => Conversion("value-depth", in path, "is nested more than 32 levels deep, or contains itself");

    public static InvalidItemException UnknownType(in AttributePath path)
        => Conversion("unknown-type", in path, "stands for a type that isn't in the closed set of the property's or entity's [DynamoDBPolymorphicType] attributes");

    /// <summary>Not with the failure as its inner exception: the SDK's own conversions, which converters call, put values into their messages.</summary>
    public static InvalidItemException Converter(in AttributePath path, Type failure)
        => Conversion("converter-failed", in path, $"has a property converter that failed with {failure.Name}; its message is withheld, since it may contain the value");

    /// <summary>Whether an exception comes from code that isn't ours and may quote a value.</summary>
    public static bool IsForeign(Exception error) => error is not (EncryptedDynamoException or OperationCanceledException or OutOfMemoryException);

    private static InvalidItemException Conversion(string rule, in AttributePath path, string what)
    {
        var member = path.Member is null ? string.Empty : $" (at '{path.Member}' within it)";
        return new(rule, $"Attribute '{path.AttributeName}' of table '{path.TableName}'{member} {what} (rule {rule}).", path.TableName, path.AttributeName);
    }
}
