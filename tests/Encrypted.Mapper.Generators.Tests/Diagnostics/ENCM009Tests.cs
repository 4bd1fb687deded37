using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM009Tests
{
    [Theory]
    [InlineData("[[|Encrypted|], DynamoDBIgnore] public int Value { get; set; }")]
    [InlineData("[DynamoDBIgnore, [|SignedOnly(InEncryptionContext = true)|]] public int Value { get; set; }")]
    [InlineData("[DynamoDBIgnore] [[|Unprotected|]] public int Value;")]
    [InlineData("[DynamoDBIgnore, [|Encrypted|]] public int Value => 1;")]
    public Task Reports_a_protection_of_what_is_never_stored(string member)
        => Analysis.Reports("ENCM009", $$"""
            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);

    [Fact]
    public Task Reports_one_within_a_nested_type()
        => Analysis.Reports("ENCM009", """
            public record Inner(int Size) { [DynamoDBIgnore, [|Encrypted|]] public string? Name { get; init; } }

            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public Inner? Value { get; set; } }
            """);

    [Fact]
    public Task Accepts_members_that_are_ignored_or_protected()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class Right { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public int One { get; set; } [DynamoDBIgnore] public int Two { get; set; } }
            """);
}
