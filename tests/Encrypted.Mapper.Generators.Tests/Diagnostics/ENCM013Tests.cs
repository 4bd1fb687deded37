using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM013Tests
{
    private const string Inner = """
        public class Middle { public List<Inner>? Inners { get; set; } }
        public class Inner { [[|Encrypted|]] public string? Secret { get; set; } }

        """;

    [Theory]
    [InlineData("[SignedOnly] public Inner? Value { get; set; }")]
    [InlineData("[Unprotected] public Inner? Value { get; set; }")]
    [InlineData("[SignedOnly] public List<Inner>? Value { get; set; }")]
    [InlineData("[SignedOnly] public Dictionary<string, Middle>? Value { get; set; }")]
    [InlineData("[Encrypted] public Inner? Safe { get; set; } [SignedOnly] public Middle? Value { get; set; }")]
    public Task S14_reports_protection_within_a_parent_that_is_not_encrypted(string member)
        => Analysis.Reports("ENCM013", Inner + $$"""
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);

    [Fact]
    public Task S14_reports_protection_within_a_type_of_a_propertys_closed_set()
        => Analysis.Reports("ENCM013", """
            public interface IThing { }
            public class Thing : IThing { [[|Encrypted|]] public string? Secret { get; set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [SignedOnly, DynamoDBPolymorphicType("t", typeof(Thing))] public IThing? Value { get; set; }
            }
            """);

    [Fact]
    public Task S1_reports_protection_within_a_plain_table_type()
        => Analysis.Reports("ENCM013", Inner + """
            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; public Middle[]? Value { get; set; } }
            """);

    [Fact]
    public Task S14_accepts_redundant_protection_within_an_encrypted_parent()
        => Analysis.Accepts(Inner.Replace("[|", string.Empty, StringComparison.Ordinal).Replace("|]", string.Empty, StringComparison.Ordinal) + """
            [DynamoDBTable("T")]
            public class Right
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [Encrypted] public Inner? One { get; set; }
                public Middle? Unmarked { get; set; }
                [DynamoDBIgnore] public Inner? Ignored { get; set; }
            }
            """);
}
