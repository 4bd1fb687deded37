using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM001Tests
{
    [Theory]
    [InlineData("[DynamoDBHashKey, [|Encrypted|]] public string Id { get; set; } = \"\";")]
    [InlineData("[DynamoDBHashKey, [|Unprotected|]] public string Id { get; set; } = \"\";")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBRangeKey, [|Encrypted|]] public string? Sort { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBGlobalSecondaryIndexHashKey(\"g\"), [|Encrypted|]] public string? Key { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBGlobalSecondaryIndexRangeKey(\"g\"), [|Unprotected|]] public string? Key { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBLocalSecondaryIndexRangeKey(\"l\"), [|Encrypted|]] public string? Key { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBVersion, [|Encrypted|]] public int? Version { get; set; }")]
    public Task S6_reports_what_must_be_readable_in_the_table(string members)
        => Analysis.Reports("ENCM001", $"[DynamoDBTable(\"T\")] public class Wrong {{ {members} }}");

    [Fact]
    public Task S6_reports_a_member_inherited_by_overriding()
        => Analysis.Reports("ENCM001", """
            public class Base { [DynamoDBHashKey] public virtual string Id { get; set; } = ""; }

            [DynamoDBTable("T")]
            public class Wrong : Base { [[|Encrypted|]] public override string Id { get; set; } = ""; }
            """);

    [Fact]
    public Task Accepts_keys_signed_in_so_many_words_or_in_the_encryption_context()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class Right
            {
                [DynamoDBHashKey, SignedOnly] public string Id { get; set; } = "";
                [DynamoDBRangeKey, SignedOnly(InEncryptionContext = true)] public string Sort { get; set; } = "";
                [DynamoDBGlobalSecondaryIndexHashKey("g")] public string? Key { get; set; }
                [DynamoDBVersion] public long? Version { get; set; }
                [Encrypted] public string? Name { get; set; }
            }
            """);
}
