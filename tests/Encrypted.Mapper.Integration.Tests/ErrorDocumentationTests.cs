using System.Text.RegularExpressions;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed partial class ErrorDocumentationTests
{
    [Fact]
    public void The_documentation_lists_every_rule_of_the_code_and_no_other()
    {
        var raised = Repository.Files("src/Encrypted.Mapper", "*.cs")
            .SelectMany(file => RaisedRule().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);
        var documented = DocumentedRule().Matches(Repository.Read("docs/errors.md")).Select(match => match.Groups[1].Value);

        Assert.Equal(raised.Distinct().Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""(?:Misconfigured|Invalid|Unverified|Protected|Unavailable|Conversion|Exception|new)\(\s*"([a-z]+(?:-[a-z]+)*)",""")]
    private static partial Regex RaisedRule();

    [GeneratedRegex("^\\| `([a-z-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex DocumentedRule();
}
