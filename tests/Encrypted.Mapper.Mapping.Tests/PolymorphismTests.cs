using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Mapping.Tests;

public sealed class PolymorphismTests
{
    [Fact]
    public void S6_the_discriminator_is_signed_in_clear_without_a_word()
    {
        var discriminator = Assert.Single(Models.Of<Animal>().Attributes, static attribute => attribute.AttributeName == "$type");

        Assert.Equal(CryptoAction.SignOnly, discriminator.Action);
    }

    [Fact]
    public void S6_a_stored_type_outside_the_closed_set_is_refused()
    {
        var model = Models.Of<Animal>();
        var item = model.ToItem(new Cat(), ConversionOptions.Default);
        item["$type"] = new AttributeValue { S = "lion" };

        var error = Assert.Throws<InvalidItemException>(() => model.FromItem(item, ConversionOptions.Default));

        Assert.Equal(("unknown-type", "Animals", "$type"), (error.Rule, error.TableName, error.AttributeName));
        Assert.DoesNotContain("lion", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S6_an_entity_outside_the_closed_set_is_refused_rather_than_cut_down_to_its_base()
    {
        var error = Assert.Throws<InvalidItemException>(() => Models.Of<Animal>().ToItem(new Lion(), ConversionOptions.Default));

        Assert.Equal("unknown-type", error.Rule);
    }

    [Fact]
    public void S6_a_discriminator_of_another_type_is_refused()
    {
        var item = new Dictionary<string, AttributeValue> { ["$type"] = new() { N = "1" } };

        var error = Assert.Throws<InvalidItemException>(() => Models.Of<Animal>().FromItem(item, ConversionOptions.Default));

        Assert.Equal("attribute-type", error.Rule);
    }

    [Fact]
    public void S6_nested_values_outside_their_closed_set_are_refused()
    {
        var model = Models.Of<PolymorphicEntity>();
        var item = model.ToItem(new PolymorphicEntity { Shape = new Circle() }, ConversionOptions.Default);
        item["Shape"].M["$type"] = new AttributeValue { S = "x" };

        Assert.Equal("unknown-type", Assert.Throws<InvalidItemException>(() => model.FromItem(item, ConversionOptions.Default)).Rule);
        Assert.Throws<InvalidItemException>(() => model.ToItem(new PolymorphicEntity { Shapes = [new Square()] }, ConversionOptions.Default));
        Assert.Throws<InvalidItemException>(() => model.ToItem(new PolymorphicEntity { Vehicles = [new Truck()] }, ConversionOptions.Default));
    }

    private sealed class Truck : Vehicle;
}
