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

    [Theory]
    [InlineData("[EncryptedEntity(Table = \"A\"), DynamoDBTable(\"B\")] public class Patient { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("[EncryptedEntity(Table = \"A\")] public class Patient { public string Id { get; set; } = \"\"; }")]
    public async Task ENCM008_offers_nothing_for_what_takes_more_than_an_edit(string source)
        => Assert.Empty(await s_fixing.Offers(source));
}
