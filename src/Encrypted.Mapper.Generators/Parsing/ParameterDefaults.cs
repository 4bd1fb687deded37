using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The values that constructor parameters have where nothing is stored, as generated code writes them.</summary>
internal static class ParameterDefaults
{
    public static string Of(IParameterSymbol parameter)
    {
        var type = CodeNames.Type(parameter.Type);
        if (parameter.HasExplicitDefaultValue && EnumMember(parameter.Type, parameter.ExplicitDefaultValue) is { } member)
        {
            return member;
        }

        return parameter.HasExplicitDefaultValue && Literal(parameter.ExplicitDefaultValue, type) is { } literal ? literal : $"default({type})";
    }

    private static string? EnumMember(ITypeSymbol type, object? value)
        => type.TypeKind == TypeKind.Enum
            && type.GetMembers().FirstOrDefault(member => member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value)) is { } found
            ? $"{CodeNames.Type(type)}.{CodeNames.Identifier(found.Name)}"
            : null;

    private static string? Literal(object? value, string type) => value switch
    {
        null => null,
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        bool flag => flag ? "true" : "false",
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        double real => $"({type})({Real(real, "double", real.ToString("R", CultureInfo.InvariantCulture) + "d")})",
        float real => $"({type})({Real(real, "float", real.ToString("R", CultureInfo.InvariantCulture) + "f")})",
        decimal exact => exact.ToString(CultureInfo.InvariantCulture) + "m",
        IFormattable number => $"({type})({number.ToString(null, CultureInfo.InvariantCulture)})",
        _ => null,
    };

    private static string Real(double value, string type, string literal)
    {
        if (double.IsNaN(value))
        {
            return type + ".NaN";
        }

        return double.IsInfinity(value) ? $"{type}.{(value > 0 ? "PositiveInfinity" : "NegativeInfinity")}" : literal;
    }
}
