using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>The rule ids that the library gives its errors, read from its source.</summary>
internal static partial class RuleIds
{
    public static IReadOnlySet<string> Raised()
    {
        var sources = Repository.Files("src/Encrypted.Mapper", "*.cs").Select(Repository.Read).ToArray();

        // Methods that pass a rule on to an exception's constructor, and those constructors themselves.
        var helpers = sources.SelectMany(source => Helper().Matches(source)).Select(match => match.Groups[1].Value).Distinct();
        var raising = new Regex($"""\b(?:{string.Join('|', helpers)}|new|new\s+\w+Exception)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"[,)]""");
        return sources.SelectMany(source => raising.Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
    }

    [GeneratedRegex(@"\b(\w+)\(string rule\b")]
    private static partial Regex Helper();
}
