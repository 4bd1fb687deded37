using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Members that a converter of the user's converts: one of the SDK's kind or one of ours.</summary>
/// <param name="access">What generated code can access.</param>
/// <param name="findings">Where errors go.</param>
internal sealed class ConverterTypes(MemberAccess access, Findings findings)
{
    private const string EntryConverter = TypeNames.SdkNamespace + ".IPropertyConverter";
    private const string ValueConverter = "IAttributeConverter";

    /// <summary>The conversion of a member that names a converter; <see langword="null"/> when it doesn't fit, which is then reported.</summary>
    public Resolution? Resolve(MappedMember member)
    {
        var attributes = member.Attributes;
        var mark = (attributes.Converter ?? attributes.EntryConverter)!;
        var converter = attributes.Converter is null
            ? AttributeArguments.Type(mark, "converter", "Converter")
            : AttributeArguments.Type(mark, "converterType", string.Empty);
        if (Problem(attributes, converter) is { } problem)
        {
            findings.Add(Rules.Converter, mark, member.Symbol, member.Name, problem);
            return null;
        }

        var resolution = attributes.Converter is null ? Entry(member, converter!) : Value(member, converter!);
        if (resolution is null)
        {
            var expected = attributes.Converter is null ? EntryConverter : $"{ValueConverter}<{member.Type.ToDisplayString()}>";
            findings.Add(Rules.Converter, mark, member.Symbol, member.Name, $"'{converter!.ToDisplayString()}' doesn't implement {expected}");
        }

        return resolution;
    }

    private string? Problem(MemberAttributes attributes, INamedTypeSymbol? converter)
    {
        if (attributes.Converter is not null && attributes.EntryConverter is not null)
        {
            return "it names two converters";
        }

        if (attributes.IsEpoch || attributes.IsEpochLong || attributes.PolymorphicTypes.Count > 0)
        {
            return "it is stored as epoch or polymorphic already";
        }

        if (attributes.IsVersion)
        {
            return "a version is stored as a number";
        }

        if (converter is null || converter.IsUnboundGenericType || converter.IsAbstract || access.Obstacle(converter) is not null)
        {
            return "the converter must be a public or internal class that isn't abstract";
        }

        return converter.IsValueType || converter.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public)
            ? null
            : $"'{converter.ToDisplayString()}' has no public constructor without parameters";
    }

    private static Resolution? Entry(MappedMember member, INamedTypeSymbol converter)
        => converter.AllInterfaces.Any(static contract => contract.ToDisplayString() == EntryConverter)
            ? new Resolution(member.Type, Conversion("EntryConversion", member.Type, converter), ValueForm.Custom)
            : null;

    /// <summary>A converter of the property's own type, or of that which it is the nullable of.</summary>
    private static Resolution? Value(MappedMember member, INamedTypeSymbol converter)
    {
        if (Implements(converter, member.Type))
        {
            return new Resolution(member.Type, Conversion("CustomConversion", member.Type, converter), ValueForm.Custom);
        }

        return member.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && Implements(converter, nullable.TypeArguments[0])
            ? new Resolution(
                member.Type,
                $"{ScalarTypes.Prefix}NullableConversion<{CodeNames.Type(nullable.TypeArguments[0])}, {Conversion("CustomConversion", nullable.TypeArguments[0], converter)}>",
                ValueForm.Custom)
            : null;
    }

    private static string Conversion(string name, ITypeSymbol type, INamedTypeSymbol converter)
        => $"{ScalarTypes.Prefix}{name}<{CodeNames.Type(type)}, {CodeNames.Type(converter)}>";

    private static bool Implements(INamedTypeSymbol converter, ITypeSymbol type)
        => converter.AllInterfaces.Any(contract => contract is { Name: ValueConverter, Arity: 1 }
            && contract.ContainingNamespace.ToDisplayString() == TypeNames.OwnNamespace
            && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type));
}
