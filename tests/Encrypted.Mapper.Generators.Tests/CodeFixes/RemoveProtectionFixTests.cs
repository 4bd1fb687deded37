using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

public sealed class RemoveProtectionFixTests
{
    private static readonly Fixing s_keys = new(new RemoveProtectionFix(), "ENCM001");
    private static readonly Fixing s_ignored = new(new RemoveProtectionFix(), "ENCM009");

    [Fact]
    public async Task ENCM001_removes_the_protection_of_a_key_and_keeps_comments_and_other_attributes()
        => Assert.Equal(
            """
            [DynamoDBTable("T")]
            public class Patient
            {
                /// <summary>The key.</summary>
                [DynamoDBHashKey]
                public string Id { get; set; } = "";
            }
            """,
            await s_keys.One(
                """
                [DynamoDBTable("T")]
                public class Patient
                {
                    /// <summary>The key.</summary>
                    [Encrypted]
                    [DynamoDBHashKey]
                    public string Id { get; set; } = "";
                }
                """,
                "Remove [Encrypted]"));

    [Fact]
    public async Task ENCM001_fix_all_removes_every_one_in_all_documents()
    {
        var texts = await s_keys.All(
            "Remove [Encrypted]",
            """
            [DynamoDBTable("T")]
            public record Patient([property: DynamoDBHashKey, Encrypted] string Id, [property: Unprotected] [property: DynamoDBRangeKey] int Visit)
            {
                [DynamoDBVersion]
                [Unprotected] // no
                public int? Version { get; set; }
            }
            """,
            "[DynamoDBTable(\"U\")] public class Order { [Encrypted, DynamoDBHashKey] public string Id { get; set; } = \"\"; [Encrypted] public int Sum { get; set; } }");

        Assert.Equal(
            """
            [DynamoDBTable("T")]
            public record Patient([property: DynamoDBHashKey] string Id, [property: DynamoDBRangeKey] int Visit)
            {
                [DynamoDBVersion]
                public int? Version { get; set; }
            }
            """,
            texts[0]);
        Assert.Equal("[DynamoDBTable(\"U\")] public class Order { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [Encrypted] public int Sum { get; set; } }", texts[1]);
    }

    [Fact]
    public async Task ENCM009_removes_the_protection_of_an_ignored_property()
        => Assert.Equal(
            "[DynamoDBTable(\"T\")] public class Patient { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBIgnore] public int One; }",
            await s_ignored.One("[DynamoDBTable(\"T\")] public class Patient { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBIgnore, SignedOnly] public int One; }", "Remove [SignedOnly]"));

    [Fact]
    public async Task ENCM009_fix_all_removes_every_one()
        => Assert.Equal(
            [
                """
                [DynamoDBTable("T")]
                public class Patient
                {
                    [DynamoDBHashKey] public string Id { get; set; } = "";
                    [DynamoDBIgnore] public int One { get; set; }

                    [DynamoDBIgnore]
                    public int Two { get; set; }
                }
                """,
            ],
            await s_ignored.All(
                "Remove [Encrypted]",
                """
                [DynamoDBTable("T")]
                public class Patient
                {
                    [DynamoDBHashKey] public string Id { get; set; } = "";
                    [Encrypted, DynamoDBIgnore] public int One { get; set; }

                    [DynamoDBIgnore]
                    [Unprotected]
                    public int Two { get; set; }
                }
                """));
}
