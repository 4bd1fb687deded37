using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM011Tests
{
    [Theory]
    [InlineData("[[|DynamoDBAtomicCounter|], Encrypted] public long? Value { get; set; }")]
    [InlineData("[[|DynamoDBAtomicCounter(2, 10)|], SignedOnly] public long? Value { get; set; }")]
    [InlineData("[[|DynamoDBAtomicCounter|]] public long? Value { get; set; }")]
    [InlineData("[[|DynamoDbUpdateBehavior(UpdateBehavior.IfNotExists)|], SignedOnly] public string? Value { get; set; }")]
    [InlineData("[[|DynamoDbUpdateBehavior(\"v\", UpdateBehavior.IfNotExists)|]] public string? Value { get; set; }")]
    public Task S6_reports_a_protected_value_that_the_server_computes(string member)
        => Analysis.Reports("ENCM011", $$"""
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);

    [Fact]
    public Task Accepts_the_update_behaviour_that_is_the_default()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class Right
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [DynamoDbUpdateBehavior(UpdateBehavior.Always), Encrypted] public string? Value { get; set; }
                [DynamoDbUpdateBehavior, Encrypted] public string? Other { get; set; }
            }
            """);
}
