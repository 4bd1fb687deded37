using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

public sealed class RemoveBranchKeyFixTests
{
    private static readonly Fixing s_fixing = new(new RemoveBranchKeyFix(), "ENCM020");

    [Fact]
    public async Task ENCM020_removes_it_and_keeps_comments_and_other_attributes()
        => Assert.Equal(
            """
            [DynamoDBTable("T")]
            public class Patient
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";

                // Whose it is.
                [SignedOnly]
                public string? Tenant { get; set; }
            }
            """,
            await s_fixing.One(
                """
                [DynamoDBTable("T")]
                public class Patient
                {
                    [DynamoDBHashKey] public string Id { get; set; } = "";

                    // Whose it is.
                    [BranchKey]
                    [SignedOnly]
                    public string? Tenant { get; set; }
                }
                """,
                "Remove [BranchKey]"));

    [Fact]
    public async Task ENCM020_fix_all_removes_every_one()
        => Assert.Equal(
            ["[DynamoDBTable(\"T\")] public record Patient([property: DynamoDBHashKey] string Id, [property: SignedOnly] string One) { [Encrypted] public int Two { get; set; } }"],
            await s_fixing.All(
                "Remove [BranchKey]",
                "[DynamoDBTable(\"T\")] public record Patient([property: DynamoDBHashKey] string Id, [property: SignedOnly, BranchKey] string One) { [Encrypted, BranchKey] public int Two { get; set; } }"));
}
