using Amazon.DynamoDBv2;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

public sealed class WritingTests
{
    public static TheoryData<ConversionSchema> Schemas { get; } = [ConversionSchema.V1, ConversionSchema.V2];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_null_among_strings_is_refused(ConversionSchema schema)
    {
        var options = new ConversionOptions(schema, EmptyStrings: false, DateTimesInUtc: true);
        AssertNullElement(new CollectionEntity { Strings = ["a", null!] }, "Strings", options);
        AssertNullElement(new CollectionEntity { StringArray = [null!] }, "StringArray", options);
        AssertNullElement(new CollectionEntity { StringSet = [null!] }, "StringSet", options);
        AssertNullElement(new CollectionEntity { Binaries = [null!] }, "Binaries", options);
        AssertNullElement(new CollectionEntity { BinarySet = [null!] }, "BinarySet", options);
        AssertNullElement(new CollectionEntity { ListMap = new() { ["k"] = [null!] } }, "ListMap", options);
    }

    [Fact]
    public void A_value_that_contains_itself_is_refused()
    {
        var address = new Address();
        address.Next = address;

        var error = Assert.Throws<InvalidItemException>(() => Models.Of<NestedEntity>().ToItem(new NestedEntity { Home = address }, ConversionOptions.Default));

        Assert.Equal(("value-depth", "Nested", "Home"), (error.Rule, error.TableName, error.AttributeName));
    }

    [Fact]
    public void Nesting_of_32_levels_is_written_and_33_are_refused()
    {
        // The attribute is at level 1 and each address's members one below it.
        Models.Of<NestedEntity>().ToItem(new NestedEntity { Home = Chain(31) }, ConversionOptions.Default);

        Assert.Throws<InvalidItemException>(() => Models.Of<NestedEntity>().ToItem(new NestedEntity { Home = Chain(32) }, ConversionOptions.Default));
    }

    [Fact]
    public void An_item_shares_no_buffer_with_a_stream_property()
    {
        var stream = new MemoryStream([1, 2]);
        var item = Models.Of<ScalarEntity>().ToItem(new ScalarEntity { Stream = stream }, ConversionOptions.Default);
        stream.Position = 0;
        stream.WriteByte(9);

        Assert.Equal([1, 2], item["Stream"].B.ToArray());
    }

    [Fact]
    public void The_version_is_read_and_written_back_in_its_own_width()
    {
        var model = Models.Of<NestedEntity>();
        var entity = new NestedEntity();
        Assert.Null(model.GetVersion(entity));

        model.SetVersion(entity, 7);

        Assert.Equal(7, entity.Version);
        Assert.Equal(7, model.GetVersion(entity));
        Assert.Equal("Version", model.VersionAttribute);
    }

    [Fact]
    public void The_version_is_written_back_through_setters_that_are_private_or_init_only()
    {
        var record = new InitEntity { Id = "id", Count = 0, Numbers = [], Field = 0 };
        var hidden = new PrivateEntity();
        var positional = new VersionedRecord("id", "name", null);
        Models.Of<InitEntity>().SetVersion(record, 7);
        Models.Of<PrivateEntity>().SetVersion(hidden, 8);
        Models.Of<VersionedRecord>().SetVersion(positional, 9);

        Assert.Equal((7, 8L, (byte)9), (record.Version!.Value, hidden.Version!.Value, positional.Version!.Value));
        Assert.Equal(9, Models.Of<VersionedRecord>().GetVersion(positional));
        Assert.Throws<OverflowException>(() => Models.Of<VersionedRecord>().SetVersion(positional, 256));
    }

    private static Address Chain(int length) => new() { Next = length > 1 ? Chain(length - 1) : null };

    private static void AssertNullElement(CollectionEntity entity, string attribute, ConversionOptions options)
    {
        var error = Assert.Throws<InvalidItemException>(() => Models.Of<CollectionEntity>().ToItem(entity, options));
        Assert.Equal(("null-element", "Collections", attribute), (error.Rule, error.TableName, error.AttributeName));
    }
}
