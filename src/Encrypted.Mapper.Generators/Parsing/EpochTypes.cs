using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Times that an entity's members store as epoch. Within nested types the SDK ignores these settings.</summary>
internal static class EpochTypes
{
    public static Resolution Apply(MappedMember member, Resolution resolution, INamedTypeSymbol type, Findings findings)
    {
        var attributes = member.Attributes;
        if (!attributes.IsEpoch && !attributes.IsEpochLong)
        {
            return resolution;
        }

        var time = resolution.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : resolution.Type;
        if (time.SpecialType != SpecialType.System_DateTime || (attributes.IsEpoch && attributes.IsEpochLong))
        {
            findings.Add(Rules.UnsupportedType, null, member.Symbol, member.Name, type.Name, "only a DateTime can be stored as epoch, by one of StoreAsEpoch and StoreAsEpochLong");
            return resolution;
        }

        var conversion = ScalarTypes.Prefix + (attributes.IsEpoch ? "EpochConversion" : "EpochLongConversion");
        return resolution with
        {
            Conversion = SymbolEqualityComparer.Default.Equals(time, resolution.Type)
                ? conversion
                : $"{ScalarTypes.Prefix}NullableConversion<{CodeNames.Type(time)}, {conversion}>",
        };
    }
}
