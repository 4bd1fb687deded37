using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

public sealed class AddTableFixTests
{
    private const string Source = """
        namespace Clinic
        {
            /// <summary>A patient.</summary>
            [EncryptedEntity(Unmarked = UnmarkedPolicy.Encrypt)]
            public class Patient
            {
                [DynamoDBHashKey]  public string Id { get; set; } = "";
            }
        }
        """;

    private static readonly Fixing s_fixing = new(new AddTableFix(), "ENCM008");

    private static readonly string s_fixed = Source.Replace("    [EncryptedEntity", "    [DynamoDBTable(\"Patient\")]\n    [EncryptedEntity", StringComparison.Ordinal);

    [Fact]
    public async Task ENCM008_names_the_table_as_the_class_is_called()
        => Assert.Equal(s_fixed, await s_fixing.One(Source, "Add [DynamoDBTable(\"Patient\")]"));

    [Fact]
    public async Task ENCM008_fix_all_names_every_table()
        => Assert.Equal(
            [s_fixed, "[DynamoDBTable(\"@class\")]\n[EncryptedEntity]\npublic record @class([property: DynamoDBHashKey] string Id);".Replace("\"@class\"", "\"class\"", StringComparison.Ordinal)],
            await s_fixing.All("Add [DynamoDBTable(\"Patient\")]", Source, "[EncryptedEntity]\npublic record @class([property: DynamoDBHashKey] string Id);"));

    [Fact]
    public async Task ENCM008_makes_a_class_that_inherits_its_table_an_entity_one_or_all()
    {
        const string Derived = """
            [DynamoDBTable("T")]
            public abstract class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class Order : Base
            {
                [Encrypted] public string? Name { get; set; }
                [Encrypted] public string? Note { get; set; }
            }

            public class Invoice : Base { [SignedOnly] public int Sum { get; set; } }
            """;
        var order = Derived.Replace("public class Order", "[EncryptedEntity]\npublic class Order", StringComparison.Ordinal);

        Assert.Equal(order, await s_fixing.One(Derived, "Add [EncryptedEntity]"));
        Assert.Equal(
            [order.Replace("public class Invoice", "[EncryptedEntity]\npublic class Invoice", StringComparison.Ordinal)],
            await s_fixing.All("Add [EncryptedEntity]", Derived));
    }

    [Theory]
    [InlineData("[EncryptedEntity(Table = \"A\"), DynamoDBTable(\"B\")] public class Patient { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("[EncryptedEntity(Table = \"A\")] public class Patient { public string Id { get; set; } = \"\"; }")]
    public async Task ENCM008_offers_nothing_for_what_takes_more_than_an_edit(string source)
        => Assert.Empty(await s_fixing.Offers(source));
}
