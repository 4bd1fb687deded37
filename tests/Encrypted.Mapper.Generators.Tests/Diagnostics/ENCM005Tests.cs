using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM005Tests
{
    [Theory]
    [InlineData("public int [|Value|] { get; private set; }")]
    [InlineData("public int [|Value|] { private get; set; }")]
    [InlineData("private int [|Value|] { get; set; }")]
    [InlineData("protected int [|Value|] { get; set; }")]
    [InlineData("public int [|Value|] { get; init; }")]
    [InlineData("public required int [|Value|] { get; set; }")]
    [InlineData("[Encrypted] public int [|Value|] => 1;")]
    [InlineData("[Encrypted] private int [|Value|];")]
    [InlineData("[DynamoDBProperty] public readonly int [|Value|];")]
    [InlineData("[Encrypted] public static int [|Value|] { get; set; }")]
    [InlineData("[SignedOnly] public const int [|Value|] = 1;")]
    [InlineData("public int [|this|][int i] { get => i; set { } }")]
    [InlineData("int IValue.[|Value|] { get; set; }")]
    [InlineData("public Secret? [|Value|] { get; set; }")]
    [InlineData("public NoDefault? [|Value|] { get; set; }")]
    public Task Reports_a_member_that_generated_code_cannot_reach(string member)
        => Analysis.Reports("ENCM005", $$"""
            #pragma warning disable CS0169, CS9035
            public interface IValue { int Value { get; set; } }
            public class NoDefault(int size) { public int Size { get; set; } = size; }
            public class Secret { internal Secret(int size) { } private Secret() { } public int Size { get; set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong {{(member.Contains("IValue", StringComparison.Ordinal) ? ": IValue" : string.Empty)}}
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                {{member}}
            }
            """);

    [Theory]
    [InlineData("public record [|Wrong|](string Id);")]
    [InlineData("public class [|Wrong|](string id) { [DynamoDBHashKey] public string Id { get; set; } = id; }")]
    [InlineData("public class [|Wrong|] { private Wrong() { } [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    [InlineData("file class [|Wrong|] { [DynamoDBHashKey] public string Id { get; set; } = \"\"; }")]
    public async Task Reports_a_type_that_generated_code_cannot_create(string declaration)
    {
        var (source, spans) = Marks.Take("[DynamoDBTable(\"T\"), EncryptedEntity] " + declaration);

        var diagnostics = await Analysis.Run(source);

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == "ENCM005" && diagnostic.Location.SourceSpan == spans[0]);
        Assert.Empty(Generation.Of(Sources.Compile(source)).Files);
    }

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
    public Task Reports_a_private_member_of_a_base_class()
        => Analysis.Reports("ENCM005", """
            public class Base { private int [|Hidden|] { get; set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong : Base { [DynamoDBHashKey] public string Id { get; set; } = ""; }
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
}
