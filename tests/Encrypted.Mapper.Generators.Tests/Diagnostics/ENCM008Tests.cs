using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM008Tests
{
    [Theory]
    [InlineData("[[|EncryptedEntity|]] public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("[DynamoDBTable(\"T\"), [|EncryptedEntity(Table = \"U\")|]] public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("[DynamoDBTable(\"T\")] public class [|Wrong|] { [Encrypted] public string Id { get; set; } = \"\"; }")]
    [InlineData("[DynamoDBTable(\"T\"), EncryptedEntity] public class Wrong { [DynamoDBHashKey] public string A { get; set; } = \"\"; [DynamoDBHashKey] public string [|B|] { get; set; } = \"\"; }")]
    [InlineData("[DynamoDBTable(\"T\"), EncryptedEntity] public class Wrong { [DynamoDBHashKey] public string A { get; set; } = \"\"; [DynamoDBRangeKey] public int B { get; set; } [DynamoDBRangeKey] public int [|C|] { get; set; } }")]
    public Task Reports_a_missing_or_ambiguous_table_or_key(string source) => Analysis.Reports("ENCM008", source);

    [Fact]
    public Task S1_reports_protections_on_a_type_that_inherits_its_table_without_being_an_entity()
        => Analysis.Reports("ENCM008", """
            [DynamoDBTable("T")]
            public class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class Wrong : Base { [[|Encrypted|]] public string? Name { get; set; } }
            """);

    [Fact]
    public Task S1_reports_a_type_whose_protections_stand_on_an_abstract_class_alone()
        => Analysis.Reports("ENCM008", """
            [DynamoDBTable("T")]
            public abstract class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public string? Name { get; set; } }

            public class [|Wrong|] : Base { }
            """);

    [Fact]
    public Task Accepts_an_abstract_class_without_key_whose_derived_types_say_what_they_are()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public abstract class Base { [Encrypted] public string? Name { get; set; } }

            [EncryptedEntity]
            public class Right : Base { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            """);

    [Fact]
    public Task Accepts_an_inherited_table_on_a_type_that_says_it_is_an_entity()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            [EncryptedEntity]
            public class Right : Base { [Encrypted] public string? Name { get; set; } }

            public class Unmarked : Right { public int More { get; set; } }
            """);
}
