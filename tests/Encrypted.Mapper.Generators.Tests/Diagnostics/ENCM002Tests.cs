using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM002Tests
{
    [Theory]
    [InlineData("[Encrypted, [|SignedOnly|]]")]
    [InlineData("[Encrypted, [|Unprotected|]]")]
    [InlineData("[SignedOnly(InEncryptionContext = true)] [[|Encrypted|]]")]
    public Task Reports_a_second_protection(string attributes)
        => Analysis.Reports("ENCM002", $$"""
            [DynamoDBTable("T")]
            public class Wrong
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                {{attributes}} public string? Name { get; set; }
            }
            """);

    [Fact]
    public Task Accepts_one_protection_repeated_by_an_override()
        => Analysis.Accepts("""
            public class Base
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [Encrypted] public virtual string? Name { get; set; }
            }

            [DynamoDBTable("T")]
            public class Right : Base { [Encrypted] public override string? Name { get; set; } }
            """);
}
