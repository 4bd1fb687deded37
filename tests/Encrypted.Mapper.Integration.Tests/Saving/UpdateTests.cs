using System.Globalization;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests.Saving;

public sealed class UpdateTests
{
    [Fact]
    public async Task S10_None_of_16_concurrent_increments_is_lost()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Secret { Key = "counter", Text = "0" });

        var returned = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => context.UpdateAsync<Secret>("counter", Increment)));

        Assert.Equal("16", (await context.LoadAsync<Secret>("counter")).Text);
        Assert.Equal(Enumerable.Range(1, 16), returned.Select(secret => int.Parse(secret.Text!, CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task S10_None_of_16_concurrent_increments_of_a_versioned_entity_with_unsigned_members_is_lost()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var visit = Visits.Full();
        visit.Weight = 0;
        await context.SaveAsync(visit);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => context.UpdateAsync<Visit>("visit", 1, loaded => { loaded.Weight += 1; })));

        var stored = await context.LoadAsync<Visit>("visit", 1);
        Assert.Equal((16m, 16), (stored.Weight, stored.Version));
    }

    [Fact]
    public async Task Concurrent_updates_that_may_create_the_item_create_it_once()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => context.UpdateOrCreateAsync("counter", () => new Secret { Key = "counter", Text = "0" }, Increment)));

        Assert.Equal("8", (await context.LoadAsync<Secret>("counter")).Text);
    }

    [Fact]
    public async Task The_returned_entity_is_the_stored_one_and_can_be_saved_on()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        var updated = await context.UpdateAsync<Visit>("visit", 1, loaded => loaded.Ssn = "changed");
        updated.Clinic = "Ward 9";
        await context.SaveAsync(updated);

        var loaded = await context.LoadAsync<Visit>("visit", 1);
        Assert.Equal(("changed", "Ward 9", 2), (loaded.Ssn, loaded.Clinic, loaded.Version));
    }

    [Fact]
    public async Task A_change_may_return_another_instance()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Secret { Key = "k", Text = "old" });

        var updated = await context.UpdateAsync<Secret>("k", loaded => new Secret { Key = loaded.Key, Text = loaded.Text + " and new" });

        Assert.Equal("old and new", updated.Text);
        Assert.Equal("old and new", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task A_change_may_be_asynchronous()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Secret { Key = "k", Text = "old" });

        await context.UpdateAsync<Secret>("k", async loaded =>
        {
            await Task.Yield();
            loaded.Text = "new";
        });

        Assert.Equal("new", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task A_missing_item_is_a_typed_error_and_nothing_is_written()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();

        var error = await Assert.ThrowsAsync<ItemNotFoundException>(() => context.UpdateAsync<Secret>("k", Increment));

        Assert.Equal(("item-not-found", table.Name), (error.Rule, error.TableName));
        Assert.Empty(await table.StoredAsync());
    }

    [Fact]
    public async Task A_change_that_throws_writes_nothing()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Secret { Key = "k", Text = "t" });

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => context.UpdateAsync<Secret>("k", (Action<Secret>)(_ => throw new TimeZoneNotFoundException())));

        Assert.Equal("t", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task A_change_of_the_key_is_refused()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Secret { Key = "k", Text = "t" });

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.UpdateAsync<Secret>("k", loaded => { loaded.Key = "other"; }));

        Assert.Equal("key-changed", error.Rule);
        Assert.Single(await table.StoredAsync());
    }

    [Fact]
    public async Task An_item_that_cannot_be_verified_is_not_updated()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        await table.TamperAsync(item => item["Clinic"] = new AttributeValue { S = "Ward 6" });
        var tampered = await table.SingleStoredAsync();
        var calls = 0;

        await Assert.ThrowsAsync<ItemVerificationException>(() => context.UpdateAsync<Visit>("visit", 1, _ => { calls++; }));

        Assert.Equal(0, calls);
        Assert.Equal(tampered["aws_dbe_foot"].B.ToArray(), (await table.SingleStoredAsync())["aws_dbe_foot"].B.ToArray());
    }

    [Fact]
    public async Task S10_Attempts_are_capped_and_the_error_says_so_without_the_item()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client, dynamo => dynamo.MaxUpdateAttempts(3));
        await context.SaveAsync(new Secret { Key = "k", Text = "t" });
        recording.Answer = request => request is PutItemRequest
            ? throw new ConditionalCheckFailedException("failed") { Item = new() { ["Text"] = new AttributeValue { S = "marked" } } }
            : null;
        var calls = 0;

        var error = await Assert.ThrowsAsync<ConcurrentUpdateException>(() => context.UpdateAsync<Secret>("k", _ => { calls++; }));

        Assert.Equal(("update-attempts-exhausted", table.Name, 3), (error.Rule, error.TableName, calls));
        Assert.Null(Assert.IsType<ConditionalCheckFailedException>(error.InnerException).Item);
    }

    [Fact]
    public async Task S10_A_repeated_request_has_identical_bytes_and_counts_as_success()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var http = new LostAnswers(losses: 1);
        using var client = LocalDynamo.Connect(http);
        using var context = table.ContextOver(client);
        using (var first = table.Context())
        {
            await first.SaveAsync(new Secret { Key = "counter", Text = "0" });
        }

        var calls = 0;
        await context.UpdateAsync<Secret>("counter", loaded =>
        {
            calls++;
            Increment(loaded);
        });

        Assert.Equal(1, calls);
        Assert.Equal(2, http.Writes.Count);
        Assert.Equal(http.Writes.First(), http.Writes.Last());
        Assert.Equal("1", (await context.LoadAsync<Secret>("counter")).Text);
    }

    [Fact]
    public async Task S10_A_repeated_update_of_an_entity_with_unsigned_members_counts_as_success()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var http = new LostAnswers(losses: 1);
        using var client = LocalDynamo.Connect(http);
        using var context = table.ContextOver(client);
        using (var first = table.Context())
        {
            await first.SaveAsync(Visits.Full());
        }

        await context.UpdateAsync<Visit>("visit", 1, loaded => { loaded.Hint = "changed"; });

        Assert.Equal(2, http.Writes.Count);
        Assert.Equal(http.Writes.First(), http.Writes.Last());
        Assert.Equal(1, (await context.LoadAsync<Visit>("visit", 1)).Version);
    }

    [Fact]
    public async Task S10_An_unsigned_member_that_the_change_touched_joins_the_condition()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var seen = new List<string?>();

        // Another writer changes the unsigned attribute alone, which leaves the footer as it is.
        await context.UpdateAsync<Visit>("visit", 1, async loaded =>
        {
            seen.Add(loaded.Hint);
            if (seen.Count == 1)
            {
                await table.SetUnsignedAsync("Hint", "theirs");
            }

            loaded.Hint += " and mine";
        });

        Assert.Equal(["shown", "theirs"], seen);
        Assert.Equal("theirs and mine", (await context.LoadAsync<Visit>("visit", 1)).Hint);
    }

    [Fact]
    public async Task S10_An_unsigned_member_that_the_change_left_alone_keeps_what_others_wrote()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var calls = 0;

        await context.UpdateAsync<Visit>("visit", 1, async loaded =>
        {
            calls++;
            await table.SetUnsignedAsync("Hint", "theirs");
            loaded.Ssn = "mine";
        });

        var stored = await context.LoadAsync<Visit>("visit", 1);
        Assert.Equal((1, "theirs", "mine"), (calls, stored.Hint, stored.Ssn));
    }

    [Fact]
    public async Task An_update_needs_an_encrypting_context_and_an_encrypted_entity()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var ours = table.Context();
        using var stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => table.Client).Build();

        var foreign = await Assert.ThrowsAsync<ModelConfigurationException>(() => stock.UpdateAsync<Secret>("k", Increment));
        var plain = await Assert.ThrowsAsync<ModelConfigurationException>(() => ours.UpdateAsync<VisitRow>("k", row => { row.Hint = "h"; }));

        Assert.Equal(("context-not-encrypted", "update-of-plain-type"), (foreign.Rule, plain.Rule));
    }

    [Fact]
    public async Task A_cancelled_update_ends_with_its_cancellation()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Secret { Key = "k", Text = "t" });
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => context.UpdateAsync<Secret>("k", _ => cancellation.Cancel(), cancellationToken: cancellation.Token));

        Assert.Equal("t", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task An_update_goes_to_the_table_that_its_settings_name()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context(dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = "elsewhere-"));
        await context.SaveAsync(new Secret { Key = "k", Text = "1" }, new SaveConfig { TableNamePrefix = table.Prefix });

        await context.UpdateAsync<Secret>("k", Increment, new UpdateConfig { TableNamePrefix = table.Prefix });

        Assert.Equal("2", (await context.LoadAsync<Secret>("k", new LoadConfig { TableNamePrefix = table.Prefix })).Text);
    }

    [Fact]
    public async Task An_update_writes_the_whole_entity_and_needs_an_attempt()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        using var partial = table.Context(dynamo => dynamo.ConfigureContext(config => config.IgnoreNullValues = true));

        await Assert.ThrowsAsync<NotSupportedException>(() => partial.UpdateAsync<Secret>("k", Increment));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => context.UpdateAsync<Secret>("k", Increment, new UpdateConfig { MaxAttempts = 0 }));
    }

    [Fact]
    public async Task A_version_that_is_skipped_stays_as_it_is()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        await context.UpdateAsync<Visit>("visit", 1, stored => { stored.Ssn = "changed"; }, new UpdateConfig { SkipVersionCheck = true });

        var loaded = await context.LoadAsync<Visit>("visit", 1);
        Assert.Equal(("changed", 0), (loaded.Ssn, loaded.Version));
    }

    private static void Increment(Secret secret)
        => secret.Text = (int.Parse(secret.Text!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
