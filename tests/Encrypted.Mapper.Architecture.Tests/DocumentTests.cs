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
    public void Every_link_to_a_section_leads_to_a_heading()
    {
        var broken =
            from document in Repository.Files("", "*.md")
            from Match link in SectionLink().Matches(Repository.Read(document))
            let page = link.Groups[1].Value
            let target = page.Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, page)
            where !Anchors(target).Contains(link.Groups[2].Value)
            select $"{document}: {link.Value}";

        Violations.None(broken);
    }

    [Fact]
    public void The_test_class_that_the_instructions_run_exists()
    {
        var classes = TestClass().Matches(Repository.Read("CONTRIBUTING.md"));

        Assert.NotEmpty(classes);
        Violations.None(
            from Match named in classes
            where !Repository.Files("tests/Encrypted.Mapper.Tests", $"{named.Groups[1].Value}.cs").Any()
            select named.Value);
    }

    // As the sites that show Markdown make them: lower case, hyphens for spaces, no punctuation.
    private static HashSet<string> Anchors(string page)
        => [.. Heading().Matches(Repository.Read(page)).Select(heading => Punctuation().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    // Links to other sites aren't followed.
    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)#\s]*)#([^)]+)\)")]
    private static partial Regex SectionLink();

    [GeneratedRegex(@"-class '\*\.(\w+)'")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^#+ (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\s-]")]
    private static partial Regex Punctuation();
}
