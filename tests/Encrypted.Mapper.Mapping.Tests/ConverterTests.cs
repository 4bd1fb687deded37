using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

/// <summary>Converters of our own kind; the SDK's are held against the stock context.</summary>
public sealed class ConverterTests
{
    private static readonly ConvertedEntity s_entity = new(TimeSpan.FromTicks(5))
    {
        Money = new Money(1.5m, "USD"),
        Optional = new Money(2, "GBP"),
        Spans = [TimeSpan.FromTicks(1), TimeSpan.FromTicks(2)],
        Inner = new(new Money(3, "CHF")),
    };

    [Fact]
    public void Values_are_stored_as_the_converters_have_them()
        => Assert.Equal(
            "Id: N 5; Inner: M {Price: S \"3CHF\"}; Optional: S \"2GBP\"; Spans: NS 1|2; money: S \"1.5USD\"",
            Shown(Models.Of<ConvertedEntity>().ToItem(s_entity, ConversionOptions.Default)));

    [Fact]
    public void Entities_come_back_whole()
    {
        var model = Models.Of<ConvertedEntity>();

        var back = model.FromItem(model.ToItem(s_entity, ConversionOptions.Default), ConversionOptions.Default);

        Assert.Equal(s_entity with { Spans = null }, back with { Spans = null });
        Assert.Equal(s_entity.Spans, back.Spans);
    }

    [Fact]
    public void Nulls_and_what_converters_leave_out_are_absent_and_leave_defaults()
    {
        var model = Models.Of<ConvertedEntity>();
        var item = model.ToItem(new ConvertedEntity(TimeSpan.Zero) { Money = default }, ConversionOptions.Default);

        Assert.Equal("Id: N 0", Shown(item));
        Assert.Equal(new Money(1, "EUR"), model.FromItem(item, ConversionOptions.Default).Money);
    }

    [Fact]
    public void A_stored_null_never_reaches_a_converter()
    {
        var item = new Dictionary<string, AttributeValue> { ["money"] = new() { NULL = true }, ["Optional"] = new() { NULL = true }, ["Spans"] = new() { NULL = true } };

        var entity = Models.Of<ConvertedEntity>().FromItem(item, ConversionOptions.Default);

        Assert.Equal((default(Money), null, null), (entity.Money, entity.Optional, entity.Spans));
    }

    [Fact]
    public void Arguments_of_queries_and_conditions_are_converted_too()
    {
        var model = Models.Of<ConvertedEntity>();

        Assert.Equal("S \"7EUR\"", Text.Of(model.ToAttributeValue("money", new Money(7, "EUR"), ConversionOptions.Default)!));
        Assert.Equal("N 9", Text.Of(model.ToAttributeValue("Id", TimeSpan.FromTicks(9), ConversionOptions.Default)!));
        Assert.Equal("S \"~key\"", Text.Of(Models.Of<EntryConvertedEntity>().ToAttributeValue("Id", "key", ConversionOptions.Default)!));
    }

    [Fact]
    public void A_converter_s_result_of_another_type_is_refused()
    {
        var error = Assert.Throws<InvalidItemException>(() => Models.Of<MisconvertedEntity>().FromItem(new() { ["Value"] = new() { S = "x" } }, ConversionOptions.Default));

        Assert.Equal(("attribute-type", "Misconverted", "Value"), (error.Rule, error.TableName, error.AttributeName));
    }

    private static string Shown(Dictionary<string, AttributeValue> item)
        => string.Join("; ", item.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}: {Text.Of(pair.Value)}"));
}
