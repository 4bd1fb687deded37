using System.Globalization;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM023Tests
{
    [Theory]
    [InlineData("[DynamoDBHashKey] public string Tenant { get; set; } = \"\"; [DynamoDBRangeKey] public string Id { get; set; } = \"\";", "by none")]
    [InlineData("[DynamoDBHashKey] public string Tenant { get; set; } = \"\"; [DynamoDBRangeKey, [|BranchKey|]] public string Id { get; set; } = \"\";", "by 'Id'")]
    public async Task Reports_an_entity_of_the_table_that_names_it_otherwise(string members, string what)
    {
        var (source, spans) = Marks.Take($$"""
            [DynamoDBTable("T")]
            public class First { [DynamoDBHashKey, [|BranchKey|]] public string Tenant { get; set; } = ""; [DynamoDBRangeKey] public string Id { get; set; } = ""; }

            [EncryptedEntity(Table = "T")]
            public class Second { {{members}} }
            """);

        var diagnostics = (await Analysis.Run(source)).OrderBy(static diagnostic => diagnostic.Location.SourceSpan).ToArray();

        Assert.Equal(spans.Select(static span => ("ENCM023", span)), diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.Contains($"'Second' of the same table {what}", diagnostics[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Accepts_agreement_other_tables_and_templates()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class First { [DynamoDBHashKey, BranchKey] public string Tenant { get; set; } = ""; [Encrypted] public int Value { get; set; } }

            [DynamoDBTable("T")]
            public class Second { [DynamoDBHashKey("Tenant"), BranchKey] public string Customer { get; set; } = ""; [Encrypted] public int Value { get; set; } }

            [DynamoDBTable("T")]
            public abstract class Template { [Encrypted] public int Value { get; set; } }

            [DynamoDBTable("U")]
            public class Third { [DynamoDBHashKey] public string Tenant { get; set; } = ""; [Encrypted] public int Value { get; set; } }
            """);
}
