using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The member whose value is the id of the item's branch key.</summary>
internal static class BranchKeyMember
{
    /// <summary>The attribute that names the branch key of an entity's items, if one does.</summary>
    public static EntityAttribute? Of(IEnumerable<EntityAttribute> attributes)
        => attributes.FirstOrDefault(static attribute => attribute.IsTableKey && attribute.Member.Attributes.BranchKey is not null);

    public static void Check(INamedTypeSymbol type, List<EntityAttribute> attributes, bool isTemplate, Findings findings)
    {
        // An inherited one may be right for other classes too, so the class that adds another one is told.
        var kept = Of(attributes.Where(attribute => !SymbolEqualityComparer.Default.Equals(attribute.Member.Symbol.ContainingType, type))) ?? Of(attributes);
        foreach (var attribute in attributes)
        {
            if (attribute.Member.Attributes.BranchKey is not { } mark)
            {
                continue;
            }

            if (!attribute.IsTableKey)
            {
                // A class derived from a template may make it a key.
                if (!isTemplate)
                {
                    Refuse(attribute.Member, attribute.Member.Attributes.IndexKeys.Count > 0 ? "it is a key of an index and not of the table" : "it is no part of the table's key", findings);
                }
            }
            else if (attribute != kept)
            {
                findings.Add(Rules.TwoBranchKeys, mark, attribute.Member.Symbol, type.Name, kept!.Member.Name, attribute.Member.Name);
            }

            if (attribute.IsTableKey && attribute.Resolution.Form is ValueForm.Boolean or ValueForm.Binary or ValueForm.Map or ValueForm.Collection)
            {
                findings.Add(Rules.BranchKeyType, mark, attribute.Member.Symbol, attribute.Member.Name, type.Name);
            }
        }
    }

    /// <summary>Reports a member that can't name a branch key where it stands.</summary>
    public static void Refuse(MappedMember member, string reason, Findings findings)
    {
        if (member.Attributes.BranchKey is { } mark)
        {
            findings.Add(Rules.BranchKeyOutsideKey, mark, member.Symbol, member.Name, reason);
        }
    }
}
