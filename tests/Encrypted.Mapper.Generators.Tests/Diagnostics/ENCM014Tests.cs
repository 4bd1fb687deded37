using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM014Tests
{
    [Theory]
    [InlineData("[DynamoDBTable(\"T\"), EncryptedEntity] public class [|Wrong|]<T> { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("public class Outer<T> { [DynamoDBTable(\"T\"), EncryptedEntity] public class [|Wrong|] { [DynamoDBHashKey] public string Id { get; set; } = \"\"; } }")]
    public Task Reports_an_open_generic_entity(string source) => Analysis.Reports("ENCM014", source);

    [Fact]
    public Task Accepts_a_closed_type_derived_from_it_and_closed_generic_members()
        => Analysis.Accepts("""
            public class Envelope<T> { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public T? Body { get; set; } public Pair<T>? Pair { get; set; } }
            public class Pair<T> { public T? One { get; set; } }

            [DynamoDBTable("T")]
            public class Letter : Envelope<string> { }

            [DynamoDBTable("U")]
            public class Number : Envelope<int> { }
            """);
}
