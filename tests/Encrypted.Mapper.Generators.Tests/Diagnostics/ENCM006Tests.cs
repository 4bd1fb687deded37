using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM006Tests
{
    [Theory]
    [InlineData("[SignedOnly]")]
    [InlineData("[Encrypted]")]
    [InlineData("")]
    public async Task Reports_an_attribute_that_another_entity_of_the_table_signs(string other)
    {
        var (source, spans) = Marks.Take($$"""
            namespace A
            {
                [DynamoDBTable("T")]
                public class First
                {
                    [DynamoDBHashKey] public string Id { get; set; } = "";
                    [[|Unprotected|]] public int Views { get; set; }
                }
            }

            namespace B
            {
                [EncryptedEntity(Table = "T")]
                public class Second
                {
                    [DynamoDBHashKey] public string Id { get; set; } = "";
                    {{other}} [DynamoDBProperty("Views")] public int Count { get; set; }
                }
            }
            """);

        var diagnostic = Assert.Single(await Analysis.Run(source));

        Assert.Equal(("ENCM006", spans[0]), (diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.Contains("'Second'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Accepts_another_table_an_undeclared_name_and_agreement()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class First { [DynamoDBHashKey] public string Id { get; set; } = ""; [Unprotected] public int Views { get; set; } }

            [DynamoDBTable("T")]
            public class Second { [DynamoDBHashKey] public string Id { get; set; } = ""; [Unprotected] public int Views { get; set; } }

            [DynamoDBTable("T")]
            public class Third { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public int Other { get; set; } }

            [DynamoDBTable("U")]
            public class Fourth { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public int Views { get; set; } }
            """);
}
