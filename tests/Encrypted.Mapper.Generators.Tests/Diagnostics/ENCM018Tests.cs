using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM018Tests
{
    private const string Converters = """
        public class Number : IAttributeConverter<int>
        {
            public AttributeValue? ToAttributeValue(int value) => null;
            public int FromAttributeValue(AttributeValue value) => 0;
        }

        public class WithArgument(int one) : Number { public int One { get; } = one; }
        public abstract class Abstract : Number { }
        public class Hidden : Number { internal Hidden() { } }
        public class Generic<T> : Number { }

        public class Entry : IPropertyConverter
        {
            public Amazon.DynamoDBv2.DocumentModel.DynamoDBEntry ToEntry(object value) => throw new NotSupportedException();
            public object FromEntry(Amazon.DynamoDBv2.DocumentModel.DynamoDBEntry entry) => throw new NotSupportedException();
        }

        """;

    [Theory]
    [InlineData("[[|AttributeConverter(typeof(Number))|]] public long Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(Entry))|]] public int Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(Abstract))|]] public int Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(WithArgument))|]] public int Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(Hidden))|]] public int Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(Generic<>))|]] public int Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(int[]))|]] public int Value { get; set; }")]
    [InlineData("[[|AttributeConverter(typeof(Number))|], DynamoDBProperty(typeof(Entry))] public int Value { get; set; }")]
    [InlineData("[[|DynamoDBProperty(typeof(Number))|]] public int Value { get; set; }")]
    [InlineData("[[|DynamoDBProperty(Converter = typeof(string))|]] public int Value { get; set; }")]
    [InlineData("[[|DynamoDBProperty(typeof(Entry), StoreAsEpochLong = true)|]] public DateTime Value { get; set; }")]
    [InlineData("[DynamoDBVersion, [|AttributeConverter(typeof(Number))|]] public int? Value { get; set; }")]
    public Task Reports_a_converter_that_does_not_fit(string member)
        => Analysis.Reports("ENCM018", $$"""
            {{Converters}}
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);

    [Fact]
    public Task Reports_a_converter_within_a_nested_type()
        => Analysis.Reports("ENCM018", Converters + """
            public class Inner { [[|AttributeConverter(typeof(Number))|]] public string? Value { get; set; } }

            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; public Inner? Value { get; set; } }
            """);

    [Fact]
    public Task Reports_a_converter_that_only_the_stock_context_would_meet()
        => Analysis.Reports("ENCM018", Converters + """
            public class Inner { [[|AttributeConverter(typeof(Number))|]] public int Value { get; set; } }

            [DynamoDBTable("T")]
            public class Wrong
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [[|AttributeConverter(typeof(Number))|]] public int Value { get; set; }
                public List<Inner>? Values { get; set; }
                [DynamoDBIgnore, AttributeConverter(typeof(Number))] public int Ignored { get; set; }
            }
            """);

    [Theory]
    [InlineData("[AttributeConverter(typeof(Number))] public int Value { get; set; }")]
    [InlineData("[AttributeConverter(typeof(Number))] public int? Value { get; init; }")]
    [InlineData("[AttributeConverter(typeof(Generic<string>))] public int Value;")]
    [InlineData("[DynamoDBProperty(typeof(Entry))] public object? Value { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"g\", Converter = typeof(Entry))] public Uri[]? Value { get; set; }")]
    [InlineData("[DynamoDBIgnore, AttributeConverter(typeof(string))] public object? Value { get; set; }")]
    public Task Accepts_a_converter_of_the_property_s_type(string member)
        => Analysis.Accepts($$"""
            {{Converters}}
            [DynamoDBTable("T"), EncryptedEntity]
            public class Right { [DynamoDBHashKey] public string Id { get; set; } = ""; {{member}} }
            """);
}
