using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

public sealed class KeepOneProtectionFixTests
{
    private const string Source = """
        [DynamoDBTable("T")]
        public class Patient
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            [Encrypted, SignedOnly] public int One { get; set; }

            [Unprotected]
            [DynamoDBProperty("two")]
            [Encrypted]
            public int Two { get; set; }
        }
        """;

    private static readonly Fixing s_fixing = new(new KeepOneProtectionFix(), "ENCM002");

    [Fact]
    public async Task ENCM002_offers_each_of_them()
        => Assert.Equal(["Keep [Encrypted]", "Keep [SignedOnly]"], await s_fixing.Offers(Source));

    [Theory]
    [InlineData("Keep [Encrypted]", "[Encrypted] public int One")]
    [InlineData("Keep [SignedOnly]", "[SignedOnly] public int One")]
    public async Task ENCM002_keeps_the_one_that_is_chosen(string title, string expected)
        => Assert.Equal(Source.Replace("[Encrypted, SignedOnly] public int One", expected, StringComparison.Ordinal), await s_fixing.One(Source, title));

    [Fact]
    public async Task ENCM002_fix_all_keeps_the_same_everywhere()
        => Assert.Equal(
            """
            [DynamoDBTable("T")]
            public class Patient
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [Encrypted] public int One { get; set; }

                [DynamoDBProperty("two")]
                [Encrypted]
                public int Two { get; set; }
            }
            """,
            (await s_fixing.All("Keep [Encrypted]", Source)).Single());
}
