using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM005Tests
{
    [Theory]
    [InlineData("[Encrypted] public int [|Value|] => 1;")]
    [InlineData("[Encrypted] private int [|Value|];")]
    [InlineData("[DynamoDBProperty] public readonly int [|Value|];")]
    [InlineData("[Encrypted] public static int [|Value|] { get; set; }")]
    [InlineData("[SignedOnly] public const int [|Value|] = 1;")]
    [InlineData("public int [|this|][int i] { get => i; set { } }")]
    [InlineData("int IValue.[|Value|] { get; set; }")]
    [InlineData("private Secret? [|Value|] { get; set; } private class Secret { public int Size { get; set; } }")]
    [InlineData("private Kind [|Value|] { get; set; } private enum Kind { One }")]
    [InlineData("[Encrypted] public int [|Value|] { set { } }")]
    public Task Reports_a_member_that_generated_code_cannot_reach(string member)
        => Analysis.Reports("ENCM005", $$"""
            #pragma warning disable CS0169
            public interface IValue { int Value { get; set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong {{(member.Contains("IValue", StringComparison.Ordinal) ? ": IValue" : string.Empty)}}
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                {{member}}
            }
            """);

    [Fact]
    public Task Reports_a_type_of_one_file()
        => Analysis.Reports("ENCM005", """
            [DynamoDBTable("T"), EncryptedEntity]
            file class [|Wrong|] { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            """);

    [Fact]
    public Task Reports_a_private_nested_type()
        => Analysis.Reports("ENCM005", """
            public class Outer
            {
                [DynamoDBTable("T"), EncryptedEntity]
                private class [|Wrong|] { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            }
            """);

    [Fact]
    public Task Reports_a_base_member_that_a_read_only_one_hides()
        => Analysis.Reports("ENCM005", """
            public class Base { public int [|Value|] { get; set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong : Base
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                public new int Value => 1;
            }
            """);

    [Fact]
    public Task Accepts_what_is_internal_ignored_or_not_stored_anyway()
        => Analysis.Accepts("""
            [DynamoDBTable("T"), EncryptedEntity]
            internal class Right
            {
                internal Right() { }
                [DynamoDBHashKey] internal string Id { get; set; } = "";
                protected internal int Two { get; set; }
                [DynamoDBIgnore] private int Ignored { get; set; }
                [DynamoDBIgnore] public int this[int i] { get => i; set { } }
                public int Computed => 1;
                private int _field = 1;
                public readonly int ReadOnly = 2;
                public const int Constant = 3;
                public static int Static { get; set; }
                public int Sum() => _field;
            }
            """);

    [Fact]
    public Task Accepts_what_accessors_reach()
        => Analysis.Accepts("""
            public class Base { private int Hidden { get; set; } private protected string? Name { get; private set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Right : Base
            {
                private Right() { }
                [DynamoDBHashKey] public string Id { get; private set; } = "";
                public int Count { private get; set; }
                protected int Total { get; set; }
                public required int Field;
                public required string Text { get; init; }
                public Outer.Inner? Value { get; init; }
            }

            public class Outer
            {
                internal class Inner { internal Inner(int size) => Size = size; private Inner() { } public int Size { get; } }
            }
            """.Replace("public Outer.Inner", "internal Outer.Inner", StringComparison.Ordinal));
}
