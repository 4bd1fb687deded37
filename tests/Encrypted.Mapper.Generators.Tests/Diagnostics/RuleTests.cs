using System.Globalization;
using System.Reflection;
using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

/// <summary>Every rule has a page, tests of both kinds and an entry in the release files.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Ids { get; } = [.. All.Select(static rule => rule.Id)];

    private static IEnumerable<DiagnosticDescriptor> All => typeof(Rules)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(static member => member.GetValue(null))
        .OfType<DiagnosticDescriptor>();

    private static string Root { get; } = typeof(RuleTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "RepositoryRoot").Value!;

    [Fact]
    public void The_analyzer_supports_every_rule_once()
        => Assert.Equal(
            All.Select(static rule => rule.Id).Order(),
            new EntityAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_shows_the_bug_and_the_way_out(string id)
    {
        var rule = Find(id);
        var page = File.ReadAllText(Path.Combine(Root, "docs", "rules", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}", page, StringComparison.Ordinal);
        Assert.Contains("## The bug", page, StringComparison.Ordinal);
        Assert.Contains("## The way out", page, StringComparison.Ordinal);
        Assert.Contains("```csharp", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_failing_and_a_passing_test(string id)
    {
        var tests = typeof(RuleTests).Assembly.GetType($"{typeof(RuleTests).Namespace}.{id}Tests")!
            .GetMethods()
            .Where(static method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(static method => method.Name)
            .ToArray();

        Assert.Contains(tests, static name => name.Contains("eports_", StringComparison.Ordinal) || name.Contains("warns_", StringComparison.Ordinal));
        Assert.Contains(tests, static name => name.Contains("ccepts_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_stands_in_the_release_files(string id)
    {
        var rule = Find(id);
        var folder = Path.Combine(Root, "src", "Encrypted.Mapper.Generators");
        var entries = File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Shipped.md")) + File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Unshipped.md"));

        Assert.Contains($"\n{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", entries, StringComparison.Ordinal);
    }

    private static DiagnosticDescriptor Find(string id) => All.Single(rule => rule.Id == id);
}
