using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM016Tests
{
    [Theory]
    [InlineData("public T? [|Value|] { get; private set; }")]
    [InlineData("public T? [|Value|] { get; init; }")]
    [InlineData("public T? [|Value|] { private get; set; }")]
    [InlineData("private int [|Value|] { get; set; }")]
    public Task Reports_a_member_of_a_generic_base_class_that_needs_an_accessor(string member)
        => Analysis.Reports("ENCM016", $$"""
            public class Base<T> { {{member}} }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong : Base<int> { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            """);

    [Theory]
    [InlineData("public class Inner<T> { public required T Value { get; set; } }")]
    [InlineData("public class Inner<T> { private Inner() { } public T? Value { get; set; } }")]
    public Task Reports_the_member_whose_generic_type_needs_an_accessor(string inner)
        => Analysis.Reports("ENCM016", $$"""
            {{inner}}

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; public Inner<int>? [|Value|] { get; set; } }
            """);

    [Fact]
    public Task Accepts_generic_types_that_plain_code_reaches()
        => Analysis.Accepts("""
            public class Base<T> { public T? Value { get; set; } }
            public record Pair<TFirst, TSecond>(TFirst First, TSecond Second);

            [DynamoDBTable("T"), EncryptedEntity]
            public class Right : Base<int>
            {
                [DynamoDBHashKey] public string Id { get; private set; } = "";
                public Pair<int, string>? Pair { get; init; }
            }
            """);
}
