using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Checks that the protections of an entity's attributes make sense together with what else they are.</summary>
internal static class EntityProtection
{
    public static void Check(INamedTypeSymbol type, EntityDeclaration declaration, List<EntityAttribute> attributes, Findings findings)
    {
        foreach (var attribute in attributes)
        {
            CheckUnmarked(type, declaration, attribute, findings);
            CheckClearRole(type, attribute, findings);
            CheckServerComputed(attribute, findings);
            if (attribute.Action != CryptoAction.EncryptAndSign)
            {
                CheckNested(attribute, findings);
            }
            else if (attribute.Member.Attributes.IsEpoch || attribute.Member.Attributes.IsEpochLong)
            {
                var mark = attribute.Member.Attributes.Protections.FirstOrDefault();
                findings.Add(Rules.EncryptedEpoch, mark, attribute.Member.Symbol, attribute.Member.Name);
            }
        }
    }

    private static void CheckUnmarked(INamedTypeSymbol type, EntityDeclaration declaration, EntityAttribute attribute, Findings findings)
    {
        var attributes = attribute.Member.Attributes;
        var isServerComputed = attributes.AtomicCounter is not null || attributes.IfNotExists is not null;
        if (!declaration.StatesPolicy && attributes.Protections.Count == 0 && !isServerComputed && ProtectionRules.ClearRole(attributes) is null)
        {
            findings.Add(Rules.Unmarked, null, attribute.Member.Symbol, attribute.Member.Name, type.Name);
        }
    }

    private static void CheckClearRole(INamedTypeSymbol type, EntityAttribute attribute, Findings findings)
    {
        if (ProtectionRules.ClearRole(attribute.Member.Attributes) is not { } role)
        {
            return;
        }

        foreach (var mark in attribute.Member.Attributes.Protections)
        {
            if (TypeNames.OwnName(mark) is TypeNames.Encrypted or TypeNames.Unprotected)
            {
                findings.Add(Rules.ClearMemberProtected, mark, attribute.Member.Symbol, attribute.Member.Name, role, type.Name, ProtectionRules.Label(mark));
            }
        }
    }

    private static void CheckServerComputed(EntityAttribute attribute, Findings findings)
    {
        var attributes = attribute.Member.Attributes;
        if ((attributes.AtomicCounter ?? attributes.IfNotExists) is not { } computed)
        {
            return;
        }

        if (attribute.Action == CryptoAction.DoNothing)
        {
            findings.Add(Rules.UnsupportedMapping, computed, attribute.Member.Symbol, attribute.Member.Name, MemberParser.Describe(computed));
            return;
        }

        var what = attributes.AtomicCounter is not null ? "an atomic counter" : "written only if it doesn't exist";
        findings.Add(Rules.ServerComputed, computed, attribute.Member.Symbol, attribute.Member.Name, what);
    }

    private static void CheckNested(EntityAttribute attribute, Findings findings)
    {
        var seen = new HashSet<NestedType>();
        for (var resolution = attribute.Resolution; resolution is not null; resolution = resolution.Element)
        {
            if (resolution.Nested is { } nested)
            {
                CheckNested(nested, attribute.Member, seen, findings);
            }
        }
    }

    private static void CheckNested(NestedType nested, MappedMember parent, HashSet<NestedType> seen, Findings findings)
    {
        if (!seen.Add(nested))
        {
            return;
        }

        foreach (var member in nested.Protected)
        {
            var mark = member.Attributes.Protections[0];
            findings.Add(Rules.NestedProtection, mark, member.Symbol, ProtectionRules.Label(mark), member.Name, parent.Name);
        }

        foreach (var child in nested.Children)
        {
            CheckNested(child, parent, seen, findings);
        }
    }
}
