using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>docs/observability.md lists what a program tells of itself.</summary>
public sealed partial class ObservabilityDocumentTests
{
    private const string Page = "docs/observability.md";

    [Fact]
    public void The_documentation_lists_every_instrument_and_tag_and_no_other()
    {
        var names = typeof(EncryptedDynamoTelemetry).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => name.StartsWith("encrypted_dynamo.", StringComparison.Ordinal));
        var documented = Row().Matches(Repository.Read(Page)).Select(match => match.Groups[1].Value);

        Assert.Equal(names.Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_documentation_lists_every_log_message_with_its_level_and_no_other()
    {
        var messages =
            from file in Repository.Files("src/Encrypted.Mapper", "*.cs")
            from Match message in Message().Matches(Repository.Read(file))
            select (int.Parse(message.Groups[1].ValueSpan, CultureInfo.InvariantCulture), message.Groups[2].Value.ToLowerInvariant());
        var documented =
            from Match row in MessageRow().Matches(Repository.Read(Page))
            from id in row.Groups[1].Value.Split(", ")
            select (int.Parse(id, CultureInfo.InvariantCulture), row.Groups[2].Value);

        Assert.NotEmpty(messages);
        Assert.Equal(messages.Order(), documented.Order());
    }

    [Fact]
    public void The_activities_of_the_documentation_exist()
    {
        var sources = string.Concat(Repository.Files("src/Encrypted.Mapper/Context", "*.cs").Select(Repository.Read));
        var documented = Activity().Matches(Repository.Read(Page)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(documented);
        Violations.None(documented.Where(name => !sources.Contains($"\"{name}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\| `(encrypted_dynamo\.[a-z_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[LoggerMessage\((\d+), LogLevel\.(\w+),")]
    private static partial Regex Message();

    [GeneratedRegex(@"^\| (\d{4}(?:, \d{4})*) \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex MessageRow();

    [GeneratedRegex(@"`(EncryptedDynamo\.\w+)`")]
    private static partial Regex Activity();
}
