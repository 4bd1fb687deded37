using Amazon.DynamoDBv2;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

/// <summary>Values that callers give for keys, filters and conditions.</summary>
public sealed class ArgumentTests
{
    private static readonly ConversionOptions s_v2 = new(ConversionSchema.V2, EmptyStrings: false, DateTimesInUtc: true);

    [Fact]
    public void A_value_of_the_propertys_type_is_converted_as_the_property()
    {
        Assert.Equal("S \"x\"", Convert<ScalarEntity>("Id", "x"));
        Assert.Equal("N 1", Convert<ScalarEntity>("Boolean", true));
        Assert.Equal("BOOL True", Convert<ScalarEntity>("Boolean", true, s_v2));
        Assert.Equal("N 5", Convert<ScalarEntity>("Enum", Color.Green));
        Assert.Equal("S \"00000000-0000-0000-0000-000000000000\"", Convert<ScalarEntity>("Guid", Guid.Empty));
    }

    [Fact]
    public void A_renamed_property_is_known_by_its_attribute()
    {
        Assert.Equal("S \"x\"", Convert<NullableEntity>("pk", "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Convert<NullableEntity>("Id", "x"));
    }

    [Fact]
    public void A_nullable_property_takes_the_plain_value()
        => Assert.Equal("N 5", Convert<NullableEntity>("Int64", 5L));

    [Fact]
    public void A_number_may_be_an_integer_of_another_width()
    {
        Assert.Equal("N 5", Convert<ScalarEntity>("Int64", 5));
        Assert.Equal("N 5", Convert<ScalarEntity>("Byte", 5L));
        Assert.Equal("N 5", Convert<ScalarEntity>("Decimal", 5));
        Assert.Equal("N 5", Convert<ScalarEntity>("Double", (short)5));
        Assert.Equal("N 5", Convert<NullableEntity>("UInt64", 5));
        Assert.Equal("N 5", Convert<CollectionEntity>("ByteList", 5));
    }

    [Theory]
    [InlineData("Byte", 300)]
    [InlineData("UInt32", -1)]
    [InlineData("Int32", "5")]
    [InlineData("Int32", 5.0)]
    [InlineData("String", 5)]
    [InlineData("Enum", 5)]
    [InlineData("Guid", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    public void A_value_of_another_type_is_refused_without_being_shown(string attribute, object value)
    {
        var error = Assert.Throws<InvalidItemException>(() => Convert<ScalarEntity>(attribute, value));

        Assert.Equal(("argument-type", "Scalars", attribute), (error.Rule, error.TableName, error.AttributeName));
        Assert.DoesNotContain(System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!, error.Message.Replace(attribute, string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_takes_its_own_type_or_an_element()
    {
        Assert.Equal("SS a|b", Convert<CollectionEntity>("Strings", new List<string> { "a", "b" }));
        Assert.Equal("S \"a\"", Convert<CollectionEntity>("Strings", "a"));
        Assert.Equal("N 1", Convert<CollectionEntity>("IntSet", 1));
        Assert.Equal("N 5", Convert<CollectionEntity>("Colors", Color.Green));
    }

    [Fact]
    public void What_a_property_leaves_out_gives_no_value()
    {
        Assert.Null(Convert<ScalarEntity>("String", null));
        Assert.Null(Convert<ScalarEntity>("String", string.Empty));
    }

    [Fact]
    public void A_time_stored_as_epoch_is_compared_as_epoch()
        => Assert.Equal("N 1577836800", Convert<EpochEntity>("Optional", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

    private static string? Convert<T>(string attribute, object? value, ConversionOptions? options = null)
        where T : notnull
        => Models.Of<T>().ToAttributeValue(attribute, value, options ?? ConversionOptions.Default) is { } converted ? Text.Of(converted) : null;
}
