using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Saving;

/// <summary>Items that an update expression can't name are put whole, under the footer and every unsigned value.</summary>
public sealed class WideItemTests
{
    [Fact]
    public async Task S8_Over_the_limits_of_expressions_the_item_is_put_under_the_footer_and_every_unsigned_value()
    {
        var model = new Wide.Model();
        await using var table = await TestTable.CreateAsync(model);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = Program(table, client, model);
        await context.SaveAsync(Full());
        var wide = await context.LoadAsync<Wide>("w");
        recording.Requests.Clear();

        wide.Values["signed0"] = "changed";
        await context.SaveAsync(wide);

        var put = Assert.IsType<PutItemRequest>(Assert.Single(recording.Requests));
        Assert.Equal(["aws_dbe_foot", "unsigned0", "unsigned1"], put.ExpressionAttributeNames.Values.Order(StringComparer.Ordinal));
        Assert.Contains("attribute_not_exists", put.ConditionExpression, StringComparison.Ordinal);
        Assert.Equal("changed", (await context.LoadAsync<Wide>("w")).Values["signed0"]);
    }

    [Fact]
    public async Task S8_Unsigned_values_that_others_change_are_taken_over_by_a_whole_put()
    {
        var model = new Wide.Model();
        await using var table = await TestTable.CreateAsync(model);
        using var context = Program(table, table.Client, model);
        await context.SaveAsync(Full());
        var wide = await context.LoadAsync<Wide>("w");

        await table.SetUnsignedAsync("unsigned0", "theirs");
        await table.SetUnsignedAsync("unsigned1", "theirs");
        wide.Values["signed0"] = "mine";
        await context.SaveAsync(wide);

        var stored = (await context.LoadAsync<Wide>("w")).Values;
        Assert.Equal(("mine", "theirs", "theirs"), (stored["signed0"], stored["unsigned0"], stored["unsigned1"]));

        // The instance still has the old values, which it didn't change then and doesn't now.
        wide.Values["signed0"] = "mine again";
        await context.SaveAsync(wide);

        stored = (await context.LoadAsync<Wide>("w")).Values;
        Assert.Equal(("mine again", "theirs", "theirs"), (stored["signed0"], stored["unsigned0"], stored["unsigned1"]));
    }

    [Fact]
    public async Task S8_A_stale_wide_instance_conflicts()
    {
        var model = new Wide.Model();
        await using var table = await TestTable.CreateAsync(model);
        using var context = Program(table, table.Client, model);
        await context.SaveAsync(Full());
        var stale = await context.LoadAsync<Wide>("w");
        await context.UpdateAsync<Wide>("w", wide => { wide.Values["signed0"] = "won"; });

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(stale));

        Assert.Equal("won", (await context.LoadAsync<Wide>("w")).Values["signed0"]);
    }

    [Fact]
    public async Task S10_None_of_the_concurrent_updates_of_a_wide_item_is_lost()
    {
        var model = new Wide.Model();
        await using var table = await TestTable.CreateAsync(model);
        using var context = Program(table, table.Client, model);
        await context.SaveAsync(Full());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => context.UpdateAsync<Wide>("w", wide => { wide.Values["unsigned0"] += "u"; })));

        Assert.Equal("vuuuuuu", (await context.LoadAsync<Wide>("w")).Values["unsigned0"]);
    }

    [Fact]
    public async Task S8_Too_many_unsigned_attributes_for_one_condition_are_a_typed_error()
    {
        var model = new Wide.Model(unsignedCount: 200);
        await using var table = await TestTable.CreateAsync(model);
        using var context = Program(table, table.Client, model);
        await context.SaveAsync(Full());
        var wide = await context.LoadAsync<Wide>("w");

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync(wide));

        Assert.Equal("expression-too-long", error.Rule);
    }

    private static Wide Full()
    {
        var wide = new Wide { Id = "w" };
        for (var i = 0; i < Wide.SignedCount; i++)
        {
            wide.Values[$"signed{i}"] = "v";
        }

        wide.Values["unsigned0"] = "v";
        return wide;
    }

    private static EncryptedDynamoContext Program(TestTable table, Amazon.DynamoDBv2.IAmazonDynamoDB client, EntityModel model)
        => table.ContextOver(client, dynamo =>
        {
            dynamo.Settings.Registry = new EntityRegistry();
            dynamo.Settings.Registry.Add(new Catalogue(model));
        });

    private sealed class Catalogue(EntityModel model) : EntityCatalogue
    {
        public override IReadOnlyList<EntityModel> Entities => [model];
    }
}
