using System.Globalization;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class BadInputTests
{
    [Fact]
    public async Task A_null_entity_is_an_argument_error()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();

        await Assert.ThrowsAsync<ArgumentNullException>(() => context.SaveAsync<Secret>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => context.SaveAsync(typeof(Secret), (object)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => context.DeleteAsync((Secret)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => context.LoadAsync((Secret)null!));
    }

    [Theory]
    [InlineData(null, "key-missing")]
    [InlineData("", "key-empty")]
    public async Task A_missing_or_empty_key_names_table_attribute_and_rule(string? key, string rule)
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context(dynamo => dynamo.ConfigureContext(config => config.IsEmptyStringValueEnabled = true));

        InvalidItemException[] errors =
        [
            await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync(new Secret { Key = key, Text = "t" })),
            await Assert.ThrowsAsync<InvalidItemException>(() => context.LoadAsync<Secret>(key!)),
            await Assert.ThrowsAsync<InvalidItemException>(() => context.LoadAsync(new Secret { Key = key })),
            await Assert.ThrowsAsync<InvalidItemException>(() => context.DeleteAsync<Secret>((object)key!)),
            Assert.Throws<InvalidItemException>(() => context.QueryAsync<Secret>(key!)),
        ];

        Assert.All(errors, error => Assert.Equal((rule, table.Name, "Key"), (error.Rule, error.TableName, error.AttributeName)));
    }

    [Fact]
    public async Task A_sort_key_is_asked_for_where_the_table_has_one_and_refused_where_it_has_none()
    {
        await using var visits = await TestTable.CreateAsync(VisitModel.Instance);
        await using var secrets = await TestTable.CreateAsync(SecretModel.Instance);
        using var visitContext = visits.Context();
        using var secretContext = secrets.Context();

        var missing = await Assert.ThrowsAsync<InvalidItemException>(() => visitContext.LoadAsync<Visit>("visit"));
        var unexpected = await Assert.ThrowsAsync<InvalidItemException>(() => secretContext.LoadAsync<Secret>("key", 1));

        Assert.Equal(("key-missing", "Number"), (missing.Rule, missing.AttributeName));
        Assert.Equal("key-unexpected", unexpected.Rule);
    }

    [Fact]
    public async Task An_item_over_400_KB_is_refused_before_it_is_sent_with_both_sizes()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        var text = new string('x', 409_600 - "Key".Length - "k".Length - "Text".Length);

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync(new Secret { Key = "k", Text = text }));

        Assert.Equal("item-too-large", error.Rule);
        Assert.Contains(409_600.ToString(CultureInfo.InvariantCulture) + " bytes plain", error.Message, StringComparison.Ordinal);
        Assert.Matches("4[0-9]{5} bytes protected", error.Message);
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task The_largest_item_that_the_service_takes_is_not_refused()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        var overhead = (await SizeOfStoredAsync(table, context, "x")) - 1;

        await context.SaveAsync(new Secret { Key = "k", Text = new string('x', 409_600 - overhead) });
        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync(new Secret { Key = "k", Text = new string('x', 409_600 - overhead + 1) }));

        Assert.Equal("item-too-large", error.Rule);
    }

    [Fact]
    public async Task Partial_saves_are_not_supported()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => context.SaveAsync(new Secret { Key = "k" }, new SaveConfig { IgnoreNullValues = true }));

        Assert.Contains("SaveConfig.IgnoreNullValues", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_operation_ends_as_cancellation()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => context.SaveAsync(new Secret { Key = "k" }, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => context.LoadAsync<Secret>("k", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => context.ScanAsync<Secret>([]).GetNextSetAsync(cancelled.Token));
    }

    private static async Task<int> SizeOfStoredAsync(TestTable table, EncryptedDynamoContext context, string text)
    {
        await context.SaveAsync(new Secret { Key = "k", Text = text });
        return (await table.SingleStoredAsync()).Sum(attribute => attribute.Key.Length + (int)(attribute.Value.S?.Length ?? attribute.Value.B.Length));
    }
}
