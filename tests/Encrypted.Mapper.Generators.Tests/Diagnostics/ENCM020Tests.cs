using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM020Tests
{
    [Theory]
    [InlineData("[[|BranchKey|]] public string? Tenant { get; set; }")]
    [InlineData("[SignedOnly(InEncryptionContext = true), [|BranchKey|]] public string? Tenant { get; set; }")]
    [InlineData("[Unprotected, [|BranchKey|]] public string? Tenant { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"I\"), [|BranchKey|]] public string? Tenant { get; set; }")]
    [InlineData("[DynamoDBIgnore, [|BranchKey|]] public string? Tenant { get; set; }")]
    [InlineData("[[|BranchKey|]] public string Tenant => Id;")]
    [InlineData("[[|BranchKey|]] private string _tenant = \"\";")]
    public Task Reports_one_outside_the_key_of_the_table(string member)
        => Analysis.Reports("ENCM020", $$"""
            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);

    [Fact]
    public Task Reports_one_within_a_nested_type()
        => Analysis.Reports("ENCM020", """
            public class Inner { [[|BranchKey|]] public string? Name { get; set; } }

            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public Inner? Value { get; set; } }
            """);

    [Fact]
    public Task Reports_one_that_a_type_of_a_closed_set_adds_to_the_key()
        => Analysis.Reports("ENCM020", """
            [DynamoDBTable("T"), DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Wrong { [DynamoDBHashKey] public virtual string Id { get; set; } = ""; [Encrypted] public int Value { get; set; } }

            public class Derived : Wrong { [[|BranchKey|]] public override string Id { get; set; } = ""; }
            """);

    [Fact]
    public Task Reports_an_inherited_one_and_that_of_a_parameter()
        => Analysis.Reports("ENCM020", """
            public abstract record Base { [[|BranchKey|]] public string? Tenant { get; init; } }

            [DynamoDBTable("T")]
            public record Wrong([property: DynamoDBHashKey] string Id, [property: Encrypted, [|BranchKey|]] string Name) : Base;
            """);

    [Theory]
    [InlineData("[DynamoDBTable(\"T\")] public class Right { [DynamoDBHashKey, BranchKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("[DynamoDBTable(\"T\")] public class Right { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBRangeKey, BranchKey] public int Tenant { get; set; } }")]
    [InlineData("[DynamoDBTable(\"T\")] public record Right([property: DynamoDBHashKey, BranchKey] string Id, [property: Encrypted] string Name);")]
    [InlineData("[DynamoDBTable(\"T\")] public class Right { [DynamoDBHashKey, DynamoDBGlobalSecondaryIndexRangeKey(\"I\"), BranchKey] public string Id { get; set; } = \"\"; }")]
    public Task Accepts_one_on_the_key(string source) => Analysis.Accepts(source);

    [Fact]
    public Task Accepts_a_template_whose_derived_class_makes_it_the_key()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public abstract class Template { [BranchKey] public abstract string Tenant { get; set; } }

            [DynamoDBTable("T")]
            public class Right : Template { [DynamoDBHashKey] public override string Tenant { get; set; } = ""; [Encrypted] public int Value { get; set; } }
            """);

    [Fact]
    public Task Accepts_a_closed_set_whose_base_type_marks_the_key()
        => Analysis.Accepts("""
            [DynamoDBTable("T"), DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Right { [DynamoDBHashKey, BranchKey] public virtual string Id { get; set; } = ""; [Encrypted] public int Value { get; set; } }

            public class Derived : Right { public override string Id { get; set; } = ""; [Encrypted] public int More { get; set; } }
            """);
}
