using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

/// <summary>Constructors that go beyond the stock context's.</summary>
public sealed class ConstructorTests
{
    private static readonly HiddenEntity s_entity = new("name") { Either = new Either(1, 2), Marked = Marked.Of(3) };

    [Fact]
    public void The_constructor_whose_parameters_all_name_members_is_called_the_marked_and_the_private_one_too()
    {
        var model = Models.Of<HiddenEntity>();

        var back = model.FromItem(model.ToItem(s_entity, ConversionOptions.Default), ConversionOptions.Default);

        Assert.Equal(("name", 1, 2, 3), (back.Name, back.Either!.First, back.Either.Second, back.Marked!.Value));
    }

    [Fact]
    public void What_a_private_constructor_sets_survives_where_nothing_is_stored()
        => Assert.Equal("private constructor", Models.Of<HiddenEntity>().FromItem([], ConversionOptions.Default).Name);

    [Fact]
    public void Records_with_a_version_come_back()
    {
        var model = Models.Of<VersionedRecord>();
        var record = new VersionedRecord("id", "name", 3);

        Assert.Equal(record, model.FromItem(model.ToItem(record, ConversionOptions.Default), ConversionOptions.Default));
    }

    [Fact]
    public void A_stored_null_gives_way_to_a_parameter_s_default()
    {
        var item = Models.Of<RecordEntity>().ToItem(new RecordEntity("id", null, null, default, null), ConversionOptions.Default);
        item["Count"] = new() { NULL = true };

        var back = Models.Of<RecordEntity>().FromItem(item, ConversionOptions.Default);

        Assert.Equal(5, back.Count);
        Assert.Equal(Stock.FromItem<RecordEntity>(item, ConversionOptions.Default).Count, back.Count);
    }
}
