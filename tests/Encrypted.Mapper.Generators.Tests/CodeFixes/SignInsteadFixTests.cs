using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

public sealed class SignInsteadFixTests
{
    private const string Conflict = """
        [DynamoDBTable("T")] public class Patient { [DynamoDBHashKey] public string Id { get; set; } = ""; [SignedOnly] public int One { get; set; } [Encrypted] public int Two { get; set; } }
        [DynamoDBTable("T")] public class Visit { [DynamoDBHashKey] public string Id { get; set; } = ""; [Unprotected] public int One { get; set; } [Unprotected] public int Two { get; set; } }
        """;

    private const string Epoch = """
        [DynamoDBTable("T")]
        public class Patient
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            [Encrypted, DynamoDBProperty(StoreAsEpochLong = true)] public DateTime One { get; set; }
            [DynamoDBProperty(StoreAsEpochLong = true)] public DateTime Two { get; set; }
        }
        """;

    private static readonly Fixing s_conflicts = new(new SignInsteadFix(), "ENCM006");
    private static readonly Fixing s_epochs = new(new SignInsteadFix(), "ENCM010");

    [Fact]
    public async Task ENCM006_signs_what_another_entity_of_the_table_signs()
        => Assert.Equal(
            Conflict.Replace("[Unprotected] public int One", "[SignedOnly] public int One", StringComparison.Ordinal),
            await s_conflicts.One(Conflict, "Mark [SignedOnly]"));

    [Fact]
    public async Task ENCM006_fix_all_signs_every_one()
        => Assert.Equal(Conflict.Replace("[Unprotected]", "[SignedOnly]", StringComparison.Ordinal), (await s_conflicts.All("Mark [SignedOnly]", Conflict)).Single());

    [Fact]
    public async Task ENCM010_signs_a_time_to_live()
        => Assert.Equal(Epoch.Replace("[Encrypted,", "[SignedOnly,", StringComparison.Ordinal), await s_epochs.One(Epoch, "Mark [SignedOnly]"));

    [Fact]
    public async Task ENCM010_fix_all_signs_every_time_to_live_marked_or_not()
        => Assert.Equal(
            Epoch.Replace("[Encrypted,", "[SignedOnly,", StringComparison.Ordinal)
                .Replace("    [DynamoDBProperty(StoreAsEpochLong = true)] public DateTime Two", "    [SignedOnly]\n    [DynamoDBProperty(StoreAsEpochLong = true)] public DateTime Two", StringComparison.Ordinal),
            (await s_epochs.All("Mark [SignedOnly]", Epoch)).Single());
}
