using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>The documents speak of what is there.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var broken =
            from document in Repository.Files("", "*.md")
            from Match link in Link().Matches(Repository.Read(document))
            let target = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{document}: {link.Groups[1].Value}";

        Violations.None(broken);
    }

    [Fact]
    public void Every_test_that_the_threat_model_names_exists()
    {
        var tests = Repository.Files("tests", "*.cs").ToDictionary(file => file, Repository.Read);

        var missing =
            from Match row in ThreatModelRow().Matches(Repository.Read("docs/threat-model.md"))
            let named = TestName().Matches(row.Groups["tests"].Value)
            from name in named.Count == 0 ? ["no test"] : named.Where(test => !Exists(test)).Select(test => test.Value)
            select $"{row.Groups["rule"].Value}: {name}";

        Violations.None(missing);

        bool Exists(Match test) => tests.Any(file =>
            Path.GetFileNameWithoutExtension(file.Key) == test.Groups[1].Value
            && file.Value.Contains($" {test.Groups[2].Value}(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("S1")]
    [InlineData("S2")]
    [InlineData("S4")]
    [InlineData("S6")]
    [InlineData("S7")]
    [InlineData("S8")]
    [InlineData("S9")]
    [InlineData("S10")]
    [InlineData("S12")]
    [InlineData("S22")]
    [InlineData("S26")]
    [InlineData("S27")]
    public void The_threat_model_lists_the_rule(string rule)
        => Assert.Single(ThreatModelRow().Matches(Repository.Read("docs/threat-model.md")), row => row.Groups["rule"].Value == rule);

    // Links to sections and to other sites aren't followed.
    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\|\s*(?<rule>S\d+)\s*\|[^|]*\|(?<tests>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex ThreatModelRow();

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex TestName();
}
