using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM003Tests
{
    [Theory]
    [InlineData("object?")]
    [InlineData("dynamic?")]
    [InlineData("Half")]
    [InlineData("Int128")]
    [InlineData("nint")]
    [InlineData("Version?")]
    [InlineData("System.Text.StringBuilder?")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("ReadOnlyMemory<byte>")]
    [InlineData("int[,]?")]
    [InlineData("List<object>?")]
    [InlineData("Dictionary<int, string>?")]
    [InlineData("Dictionary<string, object>?")]
    [InlineData("KeyValuePair<string, int>")]
    [InlineData("System.Collections.Generic.LinkedList<int>?")]
    [InlineData("System.Collections.ArrayList?")]
    [InlineData("Amazon.DynamoDBv2.DocumentModel.Document?")]
    [InlineData("IDisposable?")]
    [InlineData("Func<int>?")]
    [InlineData("(int, int, int, int, int, int, int, int)")]
    [InlineData("Empty?")]
    [InlineData("Abstract?")]
    [InlineData("Holder?")]
    public Task Reports_a_type_without_a_mapping(string type)
        => Analysis.Reports("ENCM003", $$"""
            [DynamoDBTable("T")]
            public class Wrong
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [Encrypted] public {{type}} {{(type == "Holder?" ? "Value" : "[|Value|]")}} { get; set; }
            }

            public class Empty { public int ReadOnly => 1; }
            public abstract class Abstract { public int Value { get; set; } }
            public class Holder { public object? {{(type == "Holder?" ? "[|Inner|]" : "Inner")}} { get; set; } }
            """);

    [Theory]
    [InlineData("[DynamoDBHashKey] public bool [|Id|] { get; set; }")]
    [InlineData("[DynamoDBHashKey] public DayOfWeek? [|Id|] { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBRangeKey] public List<string>? [|Sort|] { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBVersion] public int [|Version|] { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBVersion] public string? [|Version|] { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBVersion] public int? One { get; set; } [DynamoDBVersion] public int? [|Two|] { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string Id { get; set; } = \"\"; [DynamoDBProperty(StoreAsEpochLong = true), SignedOnly] public string? [|Time|] { get; set; }")]
    public Task Reports_a_type_that_its_role_does_not_allow(string members)
        => Analysis.Reports("ENCM003", $"[DynamoDBTable(\"T\"), EncryptedEntity] public class Wrong {{ {members} }}");

    [Theory]
    [InlineData("[|DynamoDBPolymorphicType(\"\", typeof(Derived))|]")]
    [InlineData("[|DynamoDBPolymorphicType(\"d\", typeof(string))|]")]
    [InlineData("[|DynamoDBPolymorphicType(\"d\", typeof(AbstractOne))|]")]
    [InlineData("DynamoDBPolymorphicType(\"d\", typeof(Derived)), [|DynamoDBPolymorphicType(\"d\", typeof(Other))|]")]
    [InlineData("DynamoDBPolymorphicType(\"d\", typeof(Derived)), [|DynamoDBPolymorphicType(\"e\", typeof(Derived))|]")]
    public Task S6_reports_a_closed_set_that_is_ambiguous_or_has_strangers(string attributes)
        => Analysis.Reports("ENCM003", $$"""
            [DynamoDBTable("T"), EncryptedEntity, {{attributes}}]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class Derived : Wrong { }
            public class Other : Wrong { }
            public abstract class AbstractOne : Wrong { }
            """);

    [Fact]
    public Task S6_reports_a_closed_set_on_a_value_that_has_no_types()
        => Analysis.Reports("ENCM003", """
            public class Derived { }

            [DynamoDBTable("T")]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted, [|DynamoDBPolymorphicType("d", typeof(Derived))|]] public List<string>? Value { get; set; } }
            """);

    [Fact]
    public Task Accepts_every_type_with_a_mapping()
        => Analysis.Accepts("""
            [DynamoDBTable("T")]
            public class Right
            {
                [DynamoDBHashKey] public DayOfWeek Id { get; set; }
                [DynamoDBRangeKey] public DateOnly Sort { get; set; }
                [Encrypted] public (int, string) Tuple { get; set; }
                public List<Dictionary<string, Node[]>>? Deep { get; set; }
                public Guid?[]? Guids { get; set; }
                public Uri? Uri { get; set; }
                [DynamoDBPolymorphicType("leaf", typeof(Leaf))] public IThing? Thing { get; set; }
                [DynamoDBIgnore] public object? Ignored { get; set; }
            }

            public class Node { public Node? Next { get; set; } public int Value; }
            public interface IThing { }
            public class Leaf : IThing { public int Size { get; set; } }
            """);
}
