using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The table's and indexes' keys and the version of an entity.</summary>
internal sealed record EntityKeys(string? PartitionKey, string? SortKey, ImmutableArray<IndexSpec> Indexes, VersionSpec? Version)
{
    public static EntityKeys Of(INamedTypeSymbol type, EntityMembers members, bool isTemplate, Findings findings)
    {
        var attributes = members.Attributes;
        var partition = Single(type, attributes, static member => member.IsHashKey, "partition key", findings);
        var sort = Single(type, attributes, static member => member.IsRangeKey, "sort key", findings);
        // What an abstract class leaves out, the classes derived from it may add.
        if (partition is null && !isTemplate)
        {
            findings.Add(Rules.NoTable, null, type, type.Name, "has no partition key: mark one property [DynamoDBHashKey]");
        }

        foreach (var attribute in attributes)
        {
            CheckKeyType(type, attribute, findings);
        }

        return new EntityKeys(
            partition?.Name,
            sort?.Name,
            ImmutableArray<IndexSpec>.Empty,
            VersionOf(type, members, findings));
    }

    private static EntityAttribute? Single(
        INamedTypeSymbol type,
        List<EntityAttribute> attributes,
        Func<MemberAttributes, bool> role,
        string what,
        Findings findings)
    {
        EntityAttribute? found = null;
        foreach (var attribute in attributes)
        {
            if (!role(attribute.Member.Attributes))
            {
                continue;
            }

            if (found is not null || (attribute.Member.Attributes is { IsHashKey: true, IsRangeKey: true }))
            {
                findings.Add(Rules.NoTable, null, attribute.Member.Symbol, type.Name, $"has more than one {what}, or one property that is both keys");
            }

            found ??= attribute;
        }

        return found;
    }

    private static void CheckKeyType(INamedTypeSymbol type, EntityAttribute attribute, Findings findings)
    {
        var isKey = attribute.IsTableKey || attribute.Member.Attributes.IndexKeys.Count > 0;
        // One complaint is enough: what names a branch key has fewer types still.
        if (attribute.IsTableKey && attribute.Member.Attributes.BranchKey is not null)
        {
            return;
        }

        if (isKey && attribute.Resolution.Form is ValueForm.Boolean or ValueForm.Map or ValueForm.Collection)
        {
            findings.Add(Rules.UnsupportedType, null, attribute.Member.Symbol, attribute.Member.Name, type.Name, "a key is stored as a string, a number or bytes");
        }
    }

    private static VersionSpec? VersionOf(INamedTypeSymbol type, EntityMembers members, Findings findings)
    {
        VersionSpec? version = null;
        foreach (var attribute in members.Attributes)
        {
            if (!attribute.Member.Attributes.IsVersion)
            {
                continue;
            }

            var underlying = attribute.Member.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : null;
            if (underlying?.SpecialType is not (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) || version is not null)
            {
                findings.Add(Rules.UnsupportedType, null, attribute.Member.Symbol, attribute.Member.Name, type.Name, "a version is the only one of its class, and a nullable integer such as 'long?'");
                continue;
            }

            if (type.IsValueType || !attribute.Member.IsReadWrite)
            {
                var reason = type.IsValueType ? "a struct is saved as a copy" : "it has no setter; one that is private or init-only will do";
                findings.Add(Rules.VersionNotWritable, null, attribute.Member.Symbol, attribute.Member.Name, type.Name, reason);
                continue;
            }

            version = new VersionSpec(attribute.Member.Identifier, attribute.Name, CodeNames.Type(underlying!), members.AccessOf(attribute.Member));
        }

        return version;
    }
}
