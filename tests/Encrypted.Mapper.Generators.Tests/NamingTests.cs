using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests;

/// <summary>Entities whose names are alike get models, files and classes of their own.</summary>
public sealed class NamingTests
{
    private const string Body = """{ [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public string? Name { get; set; } }""";

    private const string Probe = """
        public static class Probe
        {
            public static string Run()
                => string.Join(" ", Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Select(e => e.EntityType.FullName + "=" + e.TableName).OrderBy(t => t, StringComparer.Ordinal));
        }
        """;

    [Fact]
    public void Names_that_differ_by_case_only_stand_in_files_of_their_own()
        => Assert.Equal("A.ORDER=2 A.Order=1 A.a.Order=4 a.Order=3", Run($$"""
            namespace A { [DynamoDBTable("1")] public class Order {{Body}} [DynamoDBTable("2")] public class ORDER {{Body}} }
            namespace a { [DynamoDBTable("3")] public class Order {{Body}} }
            namespace A.a { [DynamoDBTable("4")] public class Order {{Body}} }
            """));

    [Fact]
    public void Outer_types_that_differ_by_case_only_stand_in_files_of_their_own()
        => Assert.Equal("OUTER+Inner=2 Outer+Inner=1", Run($$"""
            public class Outer { [DynamoDBTable("1")] public class Inner {{Body}} }
            public class OUTER { [DynamoDBTable("2")] public class Inner {{Body}} }
            """));

    [Fact]
    public void An_underscore_is_not_taken_for_nesting()
        => Assert.Equal("A+_B=4 A_+B=3 Outer+Inner=1 Outer_Inner=2", Run($$"""
            public class Outer { [DynamoDBTable("1")] public class Inner {{Body}} }
            [DynamoDBTable("2")] public class Outer_Inner {{Body}}
            public class A_ { [DynamoDBTable("3")] public class B {{Body}} }
            public class A { [DynamoDBTable("4")] public class _B {{Body}} }
            """));

    [Theory]
    [InlineData("EntityCatalogue")]
    [InlineData("entitycatalogue")]
    public void An_entity_may_be_called_like_the_catalogue_s_file(string name)
        => Assert.Equal(name + "=1", Run($"namespace N {{ }} [DynamoDBTable(\"1\")] public class {name} {Body}"));

    [Fact]
    public void Plain_names_stay_plain()
        => Assert.Equal(
            ["A.Order+Line.g.cs", "A.Order.g.cs", "EntityCatalogue.g.cs"],
            Generation.Of(Sources.Compile($$"""
                namespace A { [DynamoDBTable("1")] public partial class Order {{Body}} public partial class Order { [DynamoDBTable("1")] public class Line {{Body}} } }
                """)).Files.Keys.Order(StringComparer.Ordinal));

    private static string Run(string source) => Execution.Run(source + Probe);
}
