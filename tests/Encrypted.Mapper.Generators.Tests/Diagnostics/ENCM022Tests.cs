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
    public Task Reports_a_type_that_has_no_one_text(string type)
        => Analysis.Reports("ENCM022", $$"""
            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey, [|BranchKey|]] public {{type}} Id { get; set; } = default!; }
            """);

    [Theory]
    [InlineData("string")]
    [InlineData("Guid")]
    [InlineData("int")]
    [InlineData("long")]
    [InlineData("decimal")]
    [InlineData("DayOfWeek")]
    [InlineData("Guid?")]
    public Task Accepts_strings_and_numbers(string type)
        => Analysis.Accepts($$"""
            [DynamoDBTable("T")]
            public class Right { [DynamoDBHashKey, BranchKey] public {{type}} Id { get; set; } = default!; }
            """);
}
