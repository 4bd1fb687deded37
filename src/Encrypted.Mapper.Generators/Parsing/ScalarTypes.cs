using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The types that are stored as a single string, number, boolean or binary.</summary>
internal static class ScalarTypes
{
    public const string Prefix = "global::Encrypted.Mapper.Conversion.";

    public static Resolution? Resolve(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return new Resolution(type, Prefix + "ByteArrayConversion", ValueForm.Binary);
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
        {
            return new Resolution(type, $"{Prefix}EnumConversion<{CodeNames.Type(type)}, {CodeNames.Type(underlying)}>", ValueForm.Text);
        }

        return Special(type) ?? Named(type);
    }

    private static Resolution? Special(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return Text(type, "StringConversion");
            case SpecialType.System_Char:
                return Text(type, "CharConversion");
            case SpecialType.System_Boolean:
                return new Resolution(type, Prefix + "BooleanConversion", ValueForm.Boolean);
            case SpecialType.System_Decimal:
                return Text(type, "DecimalConversion");
            case SpecialType.System_DateTime:
                return Text(type, "DateTimeConversion");
            case SpecialType.System_Single or SpecialType.System_Double:
                return Text(type, $"FloatingPointConversion<{CodeNames.Type(type)}>");
            case SpecialType.System_Byte or SpecialType.System_SByte
                or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 or SpecialType.System_UInt64:
                return Text(type, $"IntegerConversion<{CodeNames.Type(type)}>");
            default:
                return null;
        }
    }

    private static Resolution? Named(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { ContainingType: null, Arity: 0 } named)
        {
            return null;
        }

        return (named.ContainingNamespace?.ToDisplayString(), named.Name) switch
        {
            ("System", "Guid") => Text(type, "GuidConversion"),
            ("System", "DateOnly") => Single(type, "DateOnlyConversion"),
            ("System", "TimeOnly") => Single(type, "TimeOnlyConversion"),
            ("System", "DateTimeOffset") => Single(type, "DateTimeOffsetConversion"),
            ("System", "TimeSpan") => Single(type, "TimeSpanConversion"),
            ("System", "Uri") => Single(type, "UriConversion"),
            ("System.IO", "MemoryStream") => new Resolution(type, Prefix + "MemoryStreamConversion", ValueForm.Binary),
            _ => null,
        };
    }

    private static Resolution Text(ITypeSymbol type, string name) => new(type, Prefix + name, ValueForm.SetText);

    private static Resolution Single(ITypeSymbol type, string name) => new(type, Prefix + name, ValueForm.Text);
}
