using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Finds the conversion of a member's type.</summary>
/// <param name="nested">The entity's nested types, which grow by those that are met.</param>
internal sealed class TypeResolver(NestedTypes nested)
{
    /// <summary>Resolves a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="casing">The casing of the type that it is used in.</param>
    /// <param name="user">The member that it is used by.</param>
    /// <param name="problem">Why it can't be stored; empty when that was reported already.</param>
    /// <returns>The resolution, or <see langword="null"/>.</returns>
    public Resolution? Resolve(ITypeSymbol type, Casing casing, MappedMember user, out string problem)
    {
        problem = string.Empty;
        if (ScalarTypes.Resolve(type) is { } scalar)
        {
            return scalar;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Nullable(nullable, casing, user, out problem);
        }

        if (CollectionTypes.ElementOf(type) is { } elementType)
        {
            return Resolve(elementType, casing, user, out problem) is { } element ? CollectionTypes.Resolve(type, element) : null;
        }

        if (type is not INamedTypeSymbol named)
        {
            problem = $"'{type.ToDisplayString()}' has no mapping";
            return null;
        }

        return Nested(named, casing, user, out problem);
    }

    private Resolution? Nullable(INamedTypeSymbol nullable, Casing casing, MappedMember user, out string problem)
    {
        if (Resolve(nullable.TypeArguments[0], casing, user, out problem) is not { } underlying)
        {
            return null;
        }

        var type = (INamedTypeSymbol)underlying.Type;
        return type.TypeKind == TypeKind.Enum
            ? new Resolution(nullable, $"{ScalarTypes.Prefix}NullableEnumConversion<{CodeNames.Type(type)}, {CodeNames.Type(type.EnumUnderlyingType!)}>", ValueForm.Map)
            : new Resolution(
                nullable,
                $"{ScalarTypes.Prefix}NullableConversion<{CodeNames.Type(type)}, {underlying.Conversion}>",
                underlying.Form == ValueForm.SetText || underlying.Form == ValueForm.Boolean ? ValueForm.Text : underlying.Form)
            {
                Nested = underlying.Nested,
            };
    }

    private Resolution? Nested(INamedTypeSymbol type, Casing casing, MappedMember user, out string problem)
    {
        var plain = type.TupleUnderlyingType ?? type;
        problem = NestedTypes.Refusal(plain, user.Attributes.PolymorphicTypes.Count > 0) ?? string.Empty;
        if (problem.Length > 0 || nested.Get(plain, casing, user) is not { } found)
        {
            return null;
        }

        return new Resolution(plain, found.ConversionName, ValueForm.Map) { Nested = found };
    }
}
