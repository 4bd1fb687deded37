using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM015Tests
{
    [Theory]
    [InlineData("public [|Wrong|](int other) { }")]
    [InlineData("public [|Wrong|](int count) { }")]
    [InlineData("public [|Wrong|](ref string name) { }")]
    [InlineData("public [|Wrong|](string name) { } public Wrong(long count) { }")]
    [InlineData("public [|Wrong|](int other) { } public Wrong(string another) { }")]
    [InlineData("private [|Wrong|](string name) { }")]
    [InlineData("public Wrong() { } [[|DynamoDBConstructor|]] public Wrong(int other) { }")]
    [InlineData("[DynamoDBConstructor] public Wrong(string name) { } [[|DynamoDBConstructor|]] public Wrong() { }")]
    public Task Reports_a_class_without_a_constructor_that_fits(string constructors)
    {
        // The squiggle is on the type unless a constructor is marked.
        var isOnType = constructors.Contains("[|Wrong|]", StringComparison.Ordinal);
        return Analysis.Reports("ENCM015", $$"""
            [DynamoDBTable("T"), EncryptedEntity]
            public class {{(isOnType ? "[|Wrong|]" : "Wrong")}}
            {
                {{constructors.Replace("[|Wrong|]", "Wrong", StringComparison.Ordinal)}}
                [DynamoDBHashKey] public string Id { get; set; } = "";
                public string? Name { get; set; }
                public long Count { get; set; }
                public static int Other { get; set; }
            }
            """);
    }

    [Fact]
    public Task Reports_names_that_differ_by_case_only()
        => Analysis.Reports("ENCM015", """
            [DynamoDBTable("T"), EncryptedEntity]
            public record [|Wrong|]([property: DynamoDBHashKey] string Id, string name) { public string NAME { get; init; } = ""; public string? Name { get; init; } [DynamoDBIgnore] public string name { get; } = name; }
            """);

    [Theory]
    [InlineData("public class Inner(int other) { public int Size { get; set; } }")]
    [InlineData("public class Inner(int size) { public Inner(long size) : this(0) { } public int Size { get; set; } }")]
    [InlineData("public struct Inner(int size, int other) { public int Size { get; } = size; }")]
    public Task Reports_the_member_whose_type_has_no_constructor_that_fits(string inner)
        => Analysis.Reports("ENCM015", $$"""
            #pragma warning disable CS9113
            {{inner}}

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; public List<Inner>? [|Value|] { get; set; } }
            """);

    [Fact]
    public Task Reports_a_derived_type_of_a_closed_set()
        => Analysis.Reports("ENCM015", """
            [DynamoDBTable("T"), EncryptedEntity, DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class [|Derived|] : Wrong { public Derived(int other) { } }
            """);

    [Theory]
    [InlineData("public record Right([property: DynamoDBHashKey] string Id, int Count = 3);")]
    [InlineData("public record struct Right([property: DynamoDBHashKey] string Id, int Count);")]
    [InlineData("public readonly struct Right(string id) { [DynamoDBHashKey] public string Id { get; } = id; }")]
    [InlineData("public struct Right { public Right(int other, int another) { } public Right(int other) { } [DynamoDBHashKey] public string Id { get; set; } }")]
    [InlineData("public class Right(string id) { [DynamoDBHashKey] public string Id { get; } = id; }")]
    [InlineData("public class Right { private Right() { } public Right(int other) { } [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("public class Right { [DynamoDBConstructor] private Right(string ID, object? ignored) { } [DynamoDBHashKey] public string Id { get; } = \"\"; [DynamoDBIgnore] public object? Ignored { get; } }")]
    [InlineData("public record Right([property: DynamoDBHashKey] string Id) { public Right(int other) : this(\"\") { } public Right(string id, string? name) : this(id) { Name = name; } public string? Name { get; } }")]
    [InlineData("public class Right { public Right(long count) { } [DynamoDBConstructor] public Right(IEnumerable<int>? counts) { } public List<int>? Counts { get; } public int Count { get; } [DynamoDBHashKey] public required string Id { get; init; } }")]
    public Task Accepts_a_constructor_that_can_be_told(string declaration)
        => Analysis.Accepts("[DynamoDBTable(\"T\"), EncryptedEntity] " + declaration);
}
