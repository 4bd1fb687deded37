using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

public sealed class MarkPropertyFixTests
{
    private const string Source = """
        [DynamoDBTable("T")]
        public class Patient
        {
            [DynamoDBHashKey]
            public string Id { get; set; } = "";

            // A comment.
            public int One { get; set; } // another

            [DynamoDBProperty("two")]
            public int Two { get; set; }

            [Encrypted] public int Three { get; set; } public int Four;
        }
        """;

    private static readonly Fixing s_fixing = new(new MarkPropertyFix(), "ENCM004");

    [Fact]
    public async Task ENCM004_offers_the_three_protections()
        => Assert.Equal(["Mark [Encrypted]", "Mark [SignedOnly]", "Mark [Unprotected]"], await s_fixing.Offers(Source));

    [Theory]
    [InlineData("Encrypted")]
    [InlineData("SignedOnly")]
    [InlineData("Unprotected")]
    public async Task ENCM004_marks_one_property(string protection)
        => Assert.Equal(
            Source.Replace("    public int One", $"    [{protection}]\n    public int One", StringComparison.Ordinal),
            await s_fixing.One(Source, $"Mark [{protection}]"));

    [Fact]
    public async Task ENCM004_marks_the_property_that_a_record_s_parameter_declares()
        => Assert.Equal(
            "[DynamoDBTable(\"T\")] public record Patient([property: DynamoDBHashKey] string Id, [property: SignedOnly] int One, [property: Encrypted] int Two);",
            await s_fixing.One("[DynamoDBTable(\"T\")] public record Patient([property: DynamoDBHashKey] string Id, int One, [property: Encrypted] int Two);", "Mark [SignedOnly]"));

    [Fact]
    public async Task ENCM004_names_the_attribute_in_full_where_its_short_name_is_taken()
        => Assert.Contains(
            "[global::Encrypted.Mapper.SignedOnlyAttribute] public int One",
            await s_fixing.One("[DynamoDBTable(\"T\")] public class SignedOnly { [DynamoDBHashKey] public string Id { get; set; } = \"\"; public int One { get; set; } [Encrypted] public int Two { get; set; } }", "Mark [SignedOnly]"),
            StringComparison.Ordinal);

    [Fact]
    public async Task ENCM004_fix_all_marks_every_property_of_the_project()
    {
        var texts = await s_fixing.All(
            "Mark [Encrypted]",
            Source,
            "public class Base\r\n{\r\n    public int Five { get; set; }\r\n}\r\n[DynamoDBTable(\"U\"), EncryptedEntity]\r\npublic class Order : Base { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }");

        Assert.Equal(
            """
            [DynamoDBTable("T")]
            public class Patient
            {
                [DynamoDBHashKey]
                public string Id { get; set; } = "";

                // A comment.
                [Encrypted]
                public int One { get; set; } // another

                [Encrypted]
                [DynamoDBProperty("two")]
                public int Two { get; set; }

                [Encrypted] public int Three { get; set; }
                [Encrypted]
                public int Four;
            }
            """,
            texts[0]);
        Assert.StartsWith("public class Base\r\n{\r\n    [Encrypted]\r\n    public int Five", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ENCM004_fix_all_marks_once_what_several_entities_inherit()
    {
        const string Inherited = """
            public abstract class Base
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                public int One { get; set; }
            }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Patient : Base { }

            [DynamoDBTable("U"), EncryptedEntity]
            public class Visit : Base { }
            """;

        Assert.Equal(
            [Inherited.Replace("    public int One", "    [Encrypted]\n    public int One", StringComparison.Ordinal)],
            await s_fixing.All("Mark [Encrypted]", Inherited));
    }
}
