using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM004Tests
{
    [Theory]
    [InlineData("[DynamoDBTable(\"T\")] public class Patient { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [Encrypted] public int One { get; set; } public int [|Two|] { get; set; } [DynamoDBProperty(\"three\")] public int [|Three|] { get; init; } }")]
    [InlineData("[DynamoDBTable(\"T\"), EncryptedEntity] public record Patient([property: DynamoDBHashKey] string Id, int [|Two|]) { private int [|Three|] { get; set; } public int [|Four|]; }")]
    [InlineData("[EncryptedEntity(Table = \"T\")] public record struct Patient([property: DynamoDBHashKey] string Id, int [|Two|]);")]
    public Task Warns_of_every_property_that_says_nothing(string source) => Analysis.Warns("ENCM004", source);

    [Fact]
    public Task It_warns_of_what_a_base_class_and_the_types_of_a_closed_set_declare()
        => Analysis.Warns("ENCM004", """
            public abstract class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; public int [|Inherited|] { get; set; } }

            [DynamoDBTable("T"), DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Patient : Base { [Encrypted] public int Size { get; set; } }

            public class Derived : Patient { public int [|Own|] { get; set; } }
            """);

    [Theory]
    [InlineData("[EncryptedEntity(Unmarked = UnmarkedPolicy.Encrypt)]")]
    [InlineData("[EncryptedEntity(Unmarked = UnmarkedPolicy.SignOnly)]")]
    public Task Accepts_a_class_that_states_its_policy(string policy)
        => Analysis.AcceptsStrictly($$"""
            {{policy}}
            [DynamoDBTable("T")]
            public class Patient { [DynamoDBHashKey] public string Id { get; set; } = ""; public int Two { get; set; } }
            """);

    [Fact]
    public Task Accepts_what_needs_no_word()
        => Analysis.AcceptsStrictly("""
            public class Inner { public int Size { get; set; } }

            [DynamoDBTable("T")]
            public class Patient
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [DynamoDBRangeKey] public string Sort { get; set; } = "";
                [DynamoDBGlobalSecondaryIndexHashKey("g")] public string? Index { get; set; }
                [DynamoDBVersion] public int? Version { get; set; }
                [Encrypted] public Inner? Nested { get; set; }
                [DynamoDBIgnore] public int Ignored { get; set; }
                public int Computed => 1;
            }

            [DynamoDBTable("Plain")]
            public class Plain { [DynamoDBHashKey] public string Id { get; set; } = ""; public int Two { get; set; } }
            """);
}
