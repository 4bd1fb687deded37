using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM021Tests
{
    [Theory]
    [InlineData("public class Wrong { [DynamoDBHashKey, BranchKey] public string Id { get; set; } = \"\"; [DynamoDBRangeKey, [|BranchKey|]] public string Name { get; set; } = \"\"; }")]
    [InlineData("public record Wrong([property: DynamoDBHashKey, BranchKey] string Id, [property: DynamoDBRangeKey, [|BranchKey|]] int Name);")]
    public Task Reports_the_second_one_of_an_entity(string type) => Analysis.Reports("ENCM021", "[DynamoDBTable(\"T\")] " + type);

    [Fact]
    public Task Reports_one_beside_an_inherited_one()
        => Analysis.Reports("ENCM021", """
            public abstract class Base { [DynamoDBHashKey, BranchKey] public string Id { get; set; } = ""; }

            [DynamoDBTable("T")]
            public class Wrong : Base { [DynamoDBRangeKey, [|BranchKey|]] public string Name { get; set; } = ""; }
            """);

    [Fact]
    public Task Accepts_one_that_an_override_repeats()
        => Analysis.Accepts("""
            public abstract class Base { [DynamoDBHashKey, BranchKey] public abstract string Id { get; set; } }

            [DynamoDBTable("T")]
            public class Right : Base { [BranchKey] public override string Id { get; set; } = ""; [DynamoDBRangeKey] public string Name { get; set; } = ""; }
            """);
}
