using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM010Tests
{
    [Theory]
    [InlineData("[DynamoDBProperty(StoreAsEpochLong = true), [|Encrypted|]] public DateTime Expires { get; set; }")]
    [InlineData("[DynamoDBProperty(StoreAsEpochLong = true)] public DateTime? [|Expires|] { get; set; }")]
    [InlineData("[DynamoDBProperty(\"ttl\", true)] public DateTime [|Expires|] { get; set; }")]
    public Task S6_warns_of_an_encrypted_time_to_live(string member)
        => Analysis.Reports("ENCM010", $$"""
            #pragma warning disable CS0618
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);

    [Fact]
    public Task Accepts_a_signed_or_unprotected_one_and_encrypted_times_as_text()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class Right
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [DynamoDBProperty(StoreAsEpochLong = true), SignedOnly] public DateTime Expires { get; set; }
                [DynamoDBProperty(StoreAsEpochLong = true), Unprotected] public DateTime? Archived { get; set; }
                [Encrypted] public DateTime Born { get; set; }
            }
            """);
}
