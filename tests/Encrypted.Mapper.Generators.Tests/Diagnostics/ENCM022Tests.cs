using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM022Tests
{
    [Theory]
    [InlineData("bool")]
    [InlineData("byte[]")]
    [InlineData("MemoryStream")]
    [InlineData("List<string>")]
    [InlineData("HashSet<int>")]
    [InlineData("Dictionary<string, string>")]
    [InlineData("DayOfWeek?")]
    public Task Reports_a_type_that_has_no_one_text(string type)
        => Analysis.Reports("ENCM022", $$"""
            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey, [|BranchKey|]] public {{type}} Id { get; set; } = default!; }
            """);

    [Theory]
    [InlineData("public class Inner { public string? Name { get; set; } }")]
    [InlineData("public readonly record struct Inner(string Name);")]
    public Task Reports_a_nested_object(string inner)
        => Analysis.Reports("ENCM022", $$"""
            {{inner}}

            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey, [|BranchKey|]] public Inner Id { get; set; } = default!; }
            """);

    [Fact]
    public Task Reports_an_inherited_key_and_that_of_a_closed_set()
        => Analysis.Reports("ENCM022", """
            public abstract class Base { [DynamoDBHashKey, [|BranchKey|]] public bool Id { get; set; } }

            [DynamoDBTable("T")]
            public class Wrong : Base { [Encrypted] public int Value { get; set; } }

            [DynamoDBTable("U"), DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Root { [DynamoDBHashKey, [|BranchKey|]] public byte[] Id { get; set; } = []; }

            public class Derived : Root { [Encrypted] public int Value { get; set; } }
            """);

    [Theory]
    [InlineData("string")]
    [InlineData("Guid")]
    [InlineData("int")]
    [InlineData("long")]
    [InlineData("decimal")]
    [InlineData("DayOfWeek")]
    [InlineData("Guid?")]
    [InlineData("char")]
    [InlineData("DateTime")]
    [InlineData("DateOnly")]
    [InlineData("DateTimeOffset")]
    public Task Accepts_strings_and_numbers(string type)
        => Analysis.Accepts($$"""
            [DynamoDBTable("T")]
            public class Right { [DynamoDBHashKey, BranchKey] public {{type}} Id { get; set; } = default!; }
            """);
}
