using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Parses the members of an entity into its top-level attributes.</summary>
/// <param name="type">The entity.</param>
/// <param name="declaration">What its own attributes say.</param>
/// <param name="nested">Its nested types.</param>
/// <param name="findings">Where errors go.</param>
internal sealed class EntityMembers(INamedTypeSymbol type, EntityDeclaration declaration, NestedTypes nested, Findings findings)
{
    private static readonly string[] s_reservedPrefixes = ["aws_dbe_", "aws-crypto-"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public List<EntityAttribute> Parse(List<MappedMember> members)
    {
        var attributes = new List<EntityAttribute>();
        foreach (var member in members)
        {
            findings.Cancellation.ThrowIfCancellationRequested();
            if (Parse(member) is { } attribute)
            {
                attributes.Add(attribute);
            }
        }

        return attributes;
    }

    private EntityAttribute? Parse(MappedMember member)
    {
        if (nested.Members.Parse(member, type, declaration.Casing) is not { } resolution)
        {
            return null;
        }

        var name = MemberParser.AttributeName(member, declaration.Casing);
        CheckName(member, name);
        resolution = Epoch(member, resolution);
        return new EntityAttribute(
            member,
            name,
            ProtectionRules.ActionOf(member, declaration.SignsUnmarked),
            resolution,
            member.Name + "Path");
    }

    private void CheckName(MappedMember member, string name)
    {
        if (s_reservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            findings.Add(Rules.AttributeName, null, member.Symbol, member.Name, name, "the prefix belongs to the item format");
        }

        if (_names.TryGetValue(name, out var other))
        {
            findings.Add(Rules.AttributeName, null, member.Symbol, member.Name, name, $"'{other}' is stored there already");
        }
        else
        {
            _names.Add(name, member.Name);
        }
    }

    /// <summary>Only at the top level: within nested types the SDK ignores the epoch settings.</summary>
    private Resolution Epoch(MappedMember member, Resolution resolution)
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
