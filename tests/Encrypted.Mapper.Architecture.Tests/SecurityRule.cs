using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>A row of docs/security-rules.md.</summary>
/// <param name="Id">The rule's number, with its S.</param>
/// <param name="State">Whether it is held.</param>
/// <param name="Tests">The tests that it names.</param>
/// <param name="Remainder">What it says besides.</param>
internal sealed partial record SecurityRule(string Id, string State, List<(string Class, string Method)> Tests, string Remainder)
{
    public static List<SecurityRule> All(string document)
        => [.. Row().Matches(document).Select(row => new SecurityRule(
            row.Groups["id"].Value,
            row.Groups["state"].Value,
            [.. TestName().Matches(row.Groups["rest"].Value).Select(name => (name.Groups[1].Value, name.Groups[2].Value))],
            TestName().Replace(row.Groups["rest"].Value, "").Trim(' ', ',', '.')))];

    [GeneratedRegex(@"^\| (?<id>S\d+) \| [^|]+ \| (?<state>[^|]+) \| (?<rest>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex TestName();
}
