using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>Sections of the format that the code cites can be read in docs/format.</summary>
public sealed partial class FormatCitationTests
{
    [Theory]
    [InlineData("wire format", "docs/format/items.md")]
    [InlineData("keyrings", "docs/format/keyrings.md")]
    public void Every_section_that_is_cited_exists(string title, string document)
    {
        var sections = Heading().Matches(Repository.Read(document)).Select(heading => heading.Groups[1].Value).ToHashSet();
        var cited =
            (from file in new[] { "src", "tests", "docs" }.SelectMany(folder => Repository.Files(folder)).Where(IsText)
             from Match citation in Citation().Matches(CommentBreak().Replace(Repository.Read(file), " "))
             where string.Equals(citation.Groups["title"].Value, title, StringComparison.OrdinalIgnoreCase)
             from Match section in Number().Matches(citation.Groups["sections"].Value)
             select (File: file, Section: section.Value)).ToList();

        Assert.NotEmpty(cited);
        Violations.None(cited.Where(citation => !sections.Contains(citation.Section)).Select(citation => $"{citation.File}: {title}, section {citation.Section}"));
    }

    [Theory]
    [InlineData("docs/format/items.md")]
    [InlineData("docs/format/keyrings.md")]
    public void Every_check_s_rule_and_every_section_that_a_page_itself_names_exists(string document)
    {
        var page = Repository.Read(document);
        var sections = Heading().Matches(page).Select(heading => heading.Groups[1].Value).ToHashSet();
        var rules = KebabCase().Matches(Repository.Read("docs/errors.md")).Select(rule => rule.Groups[1].Value).ToHashSet();

        Violations.None(
            (from Match citation in OwnSection().Matches(page)
             where !sections.Contains(citation.Groups[1].Value)
             select $"{document}: section {citation.Groups[1].Value}")
            .Concat(
             from Match row in Check().Matches(page)
             from Match rule in KebabCase().Matches(row.Groups["rules"].Value)
             where !rules.Contains(rule.Groups[1].Value)
             select $"{document}: rule {rule.Groups[1].Value}"));
    }

    private static bool IsText(string file)
        => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal);

    [GeneratedRegex(@"^##+ (\d+(?:\.\d+)?)\.? ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // A citation may go on behind a line break within a comment or a paragraph.
    [GeneratedRegex(@"\s*\n\s*(?:///?)?\s*")]
    private static partial Regex CommentBreak();

    [GeneratedRegex(@"\b(?<title>wire format|keyrings),? sections? (?<sections>\d+(?:\.\d+)?(?:(?:, | and | to )\d+(?:\.\d+)?)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:\(|\bof )section (\d+(?:\.\d+)?)\b")]
    private static partial Regex OwnSection();

    [GeneratedRegex(@"^\| \d+ \| [^|]+ \|(?<rules>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Check();

    [GeneratedRegex(@"`([a-z]+(?:-[a-z]+)*)`")]
    private static partial Regex KebabCase();
}
