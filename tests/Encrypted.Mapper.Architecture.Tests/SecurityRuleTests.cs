using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>docs/security-rules.md says the truth about the tests.</summary>
public sealed partial class SecurityRuleTests
{
    private static readonly List<SecurityRule> s_rules = SecurityRule.All(Repository.Read("docs/security-rules.md"));
    private static readonly Dictionary<string, string> s_tests = Repository.Files("tests", "*.cs").ToDictionary(file => file, Repository.Read);

    [Fact]
    public void The_rules_are_numbered_from_1_to_28()
        => Assert.Equal(Enumerable.Range(1, 28).Select(number => $"S{number}"), s_rules.Select(rule => rule.Id));

    [Fact]
    public void Every_test_that_a_rule_names_exists()
        => Violations.None(
            from rule in s_rules
            from test in rule.Tests
            where !Exists(test.Class, test.Method)
            select $"{rule.Id}: {test.Class}.{test.Method}");

    [Fact]
    public void A_rule_that_is_held_names_its_tests_and_one_that_is_not_names_what_is_missing()
        => Violations.None(
            from rule in s_rules
            where rule.State switch
            {
                "held" => rule.Tests.Count == 0 || rule.Remainder.Contains("Not yet", StringComparison.Ordinal),
                "in part" => rule.Tests.Count == 0 || rule.Remainder.Length == 0,
                "said" => !rule.Remainder.Contains("](", StringComparison.Ordinal),
                "not yet" => rule.Tests.Count != 0 || rule.Remainder.Length == 0,
                _ => true,
            }
            select $"{rule.Id}, {rule.State}: {rule.Remainder}");

    [Fact]
    public void A_test_with_a_rule_s_number_belongs_to_a_rule_that_is_held()
    {
        var numbers = s_tests.Values.SelectMany(source => NumberedTest().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(numbers);
        Violations.None(
            from number in numbers
            where !s_rules.Exists(rule => rule.Id == number && rule.State is "held" or "in part")
            select $"{number} has tests, but docs/security-rules.md doesn't call it held");
    }

    [Fact]
    public void Every_rule_that_is_cited_exists()
        => Violations.None(
            from file in new[] { "src", "tests", "docs" }.SelectMany(folder => Repository.Files(folder)).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal))
            from Match citation in Citation().Matches(Repository.Read(file))
            where !s_rules.Exists(rule => rule.Id == citation.Groups[1].Value)
            select $"{file}: {citation.Value}");

    [Fact]
    public void The_threat_model_refers_to_every_rule_with_tests()
    {
        var referred = RuleId().Matches(Repository.Read("docs/threat-model.md")).Select(match => match.Value).ToHashSet();

        Violations.None(s_rules.Where(rule => rule.Tests.Count > 0 && !referred.Contains(rule.Id)).Select(rule => rule.Id));
    }

    private static bool Exists(string @class, string method) => s_tests.Any(file =>
        Path.GetFileNameWithoutExtension(file.Key) == @class
        && file.Value.Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(?:void|Task) (S\d+)_")]
    private static partial Regex NumberedTest();

    [GeneratedRegex(@"\b[Ss]ecurity rule (S\d+)\b")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\bS\d+\b")]
    private static partial Regex RuleId();
}
