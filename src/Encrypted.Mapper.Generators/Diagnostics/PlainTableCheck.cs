using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>
/// A table type without any protection that holds a nested type with one: the nested value would be stored in clear. And
/// converters of ours on such a type, which the stock context passes over.
/// </summary>
internal static class PlainTableCheck
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var findings = new Findings(type, cancellation);
        foreach (var member in MemberCollector.Collect(type, cancellation))
        {
            CheckConverter(member, findings);
            if (MemberParser.IsStored(member))
            {
                Walk(member.Type, member, findings, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
            }
        }

        return findings.Items;
    }

    /// <summary>The stock context, which such a type goes to, would pass over the converter in silence.</summary>
    private static void CheckConverter(MappedMember member, Findings findings)
    {
        if (member.Attributes is { IsIgnored: false, Converter: { } converter })
        {
            findings.Add(Rules.Converter, converter, member.Symbol, member.Name, "no encrypted entity stores it, and the stock context doesn't know [AttributeConverter]");
        }
    }

    private static void Walk(ITypeSymbol type, MappedMember parent, Findings findings, HashSet<ITypeSymbol> seen)
    {
        if (CollectionTypes.ElementOf(type) is { } element)
        {
            Walk(element, parent, findings, seen);
            return;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            Walk(nullable.TypeArguments[0], parent, findings, seen);
            return;
        }

        if (type is not INamedTypeSymbol named
            || ScalarTypes.Resolve(type) is not null
            || NestedTypes.Refusal(named, isPolymorphic: false) is not null
            || !seen.Add(named))
        {
            return;
        }

        foreach (var derived in DerivedType.ListedOn(named))
        {
            if (AttributeArguments.Type(derived, "derivedType", string.Empty) is { } derivedType)
            {
                Walk(derivedType, parent, findings, seen);
            }
        }

        foreach (var member in MemberCollector.Collect(named, findings.Cancellation))
        {
            CheckConverter(member, findings);
            foreach (var mark in member.Attributes.Protections)
            {
                findings.Add(Rules.NestedProtection, mark, member.Symbol, ProtectionRules.Label(mark), member.Name, parent.Name);
            }

            if (MemberParser.IsStored(member))
            {
                Walk(member.Type, parent, findings, seen);
            }
        }
    }
}
