using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests;

/// <summary>What the generated model says of the branch key.</summary>
public sealed class BranchKeyTests
{
    [Theory]
    [InlineData("public class Order { [DynamoDBHashKey(\"pk\"), BranchKey] public string Tenant { get; set; } = \"\"; [Encrypted] public int Sum { get; set; } }")]
    [InlineData("public record Order([property: DynamoDBHashKey(\"pk\"), BranchKey] string Tenant, [property: Encrypted] int Sum);")]
    [InlineData("public class Order : Base { [Encrypted] public int Sum { get; set; } } public abstract class Base { [DynamoDBHashKey(\"pk\"), BranchKey] public string Tenant { get; set; } = \"\"; }")]
    [InlineData("public class Order : ITenant { [DynamoDBHashKey(\"pk\")] public string Tenant { get; set; } = \"\"; [Encrypted] public int Sum { get; set; } } public interface ITenant { [BranchKey] string Tenant { get; } }")]
    [InlineData("public class Order { [DynamoDBHashKey(\"pk\"), BranchKey] public string Tenant { get; set; } = \"\"; public int Sum { get; set; } }")]
    public void The_model_names_the_stored_attribute(string type)
    {
        var generation = Generation.Of(Sources.Compile("[DynamoDBTable(\"T\")] " + type));

        Assert.Empty(generation.Problems);
        Assert.Contains("public override string? BranchKeyAttribute => \"pk\";", string.Concat(generation.Files.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_one_says_nothing()
    {
        var generation = Generation.Of(Sources.Compile("[DynamoDBTable(\"T\")] public class Order { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [Encrypted] public int Sum { get; set; } }"));

        Assert.Empty(generation.Problems);
        Assert.DoesNotContain("BranchKey", string.Concat(generation.Files.Values), StringComparison.Ordinal);
    }
}
