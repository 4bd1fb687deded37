using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Encrypted.Mapper.Interop.Tests.Support;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>docs/interop.md names what is installed, and every class that verifies something.</summary>
public sealed partial class DocumentTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Folders.Root, "docs/interop.md"));

    [Fact]
    public void It_names_the_packages_with_the_versions_that_are_installed()
    {
        var declared = JsonNode.Parse(File.ReadAllText(Path.Combine(Folders.Node, "package.json")))!["dependencies"]!.AsObject()
            .Select(package => $"{package.Key} {package.Value.ToText()}")
            .ToArray();
        var installed = declared.Select(package => package.Split(' ')[0]).Select(name => $"{name} {InstalledVersion(name)}");

        Assert.Equal(declared.Order(StringComparer.Ordinal), installed.Order(StringComparer.Ordinal));
        Assert.Equal(declared.Order(StringComparer.Ordinal), PackageRow().Matches(s_page).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_names_every_class_that_verifies_something()
    {
        var classes = typeof(DocumentTests).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal) && type != typeof(DocumentTests))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(classes, ClassLink().Matches(s_page).Select(link => link.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static string InstalledVersion(string package)
        => JsonNode.Parse(File.ReadAllText(Path.Combine(Folders.Node, "node_modules", package, "package.json")))!["version"].ToText();

    [GeneratedRegex(@"^\| `(@[^`]+)` \| ([\d.]+) \|", RegexOptions.Multiline)]
    private static partial Regex PackageRow();

    [GeneratedRegex(@"\[(\w+Tests)\]\(\.\./tests/Encrypted\.Mapper\.Interop\.Tests/\1\.cs\)")]
    private static partial Regex ClassLink();
}
