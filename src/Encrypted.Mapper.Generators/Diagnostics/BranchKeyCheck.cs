using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>Where [BranchKey] may stand: on a property of the table's key alone, whatever type declares it, since anywhere else it would do nothing.</summary>
internal static class BranchKeyCheck
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var findings = new Findings(type, cancellation);
        foreach (var member in type.GetMembers())
        {
            if (member.GetAttributes().FirstOrDefault(static attribute => TypeNames.OwnName(attribute) == TypeNames.BranchKey) is { } mark
                && Problem(MemberAttributes.Of(member)) is { } problem)
            {
                findings.Add(Rules.BranchKey, mark, member, member.Name, problem);
            }
        }

        return findings.Items;
    }

    private static string? Problem(MemberAttributes attributes) => attributes switch
    {
        { IsIgnored: true } => "it is never stored",
        { IsHashKey: false, IsRangeKey: false } => "it isn't part of the table's key, and a reader must know the branch key before it can verify anything else",
        _ => null,
    };
}
