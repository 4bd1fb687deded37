using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>docs/errors.md lists what the library raises.</summary>
public sealed partial class ErrorDocumentTests
{
    [Fact]
    public void The_documentation_lists_every_rule_of_the_code_and_no_other()
    {
        var documented = DocumentedRule().Matches(Repository.Read("docs/errors.md")).Select(match => match.Groups[1].Value);

        Assert.Equal(RaisedRules().Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_documentation_has_a_section_for_every_exception_that_callers_can_catch()
    {
        var exceptions = typeof(EncryptedDynamoException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(EncryptedDynamoException)))
            .Select(type => type.Name)
            .ToList();
        var sections = Section().Matches(Repository.Read("docs/errors.md")).Select(match => match.Groups[1].Value);

        Assert.NotEmpty(exceptions);
        Assert.Equal(exceptions.Order(StringComparer.Ordinal), sections.Order(StringComparer.Ordinal));
    }

    private static HashSet<string> RaisedRules()
    {
        var sources = Repository.Files("src/Encrypted.Mapper", "*.cs").Select(Repository.Read).ToArray();

        // Methods that pass a rule on to an exception's constructor, and those constructors themselves.
        var helpers = sources.SelectMany(source => Helper().Matches(source)).Select(match => match.Groups[1].Value).Distinct();
        var raising = new Regex($"""\b(?:{string.Join('|', helpers)}|new|base|new\s+\w+Exception)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"[,)]""");
        return sources.SelectMany(source => raising.Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
    }

    [GeneratedRegex(@"\b(\w+)\(string rule\b")]
    private static partial Regex Helper();

    [GeneratedRegex("^\\| `([a-z0-9-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex DocumentedRule();

    [GeneratedRegex(@"^## (\w+Exception)$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
