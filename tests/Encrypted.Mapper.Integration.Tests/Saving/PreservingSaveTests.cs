using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests.Saving;

/// <summary>Entities with unsigned members: one conditional update, which leaves alone what it doesn't change.</summary>
public sealed class PreservingSaveTests
{
    [Fact]
    public async Task S8_A_loaded_instance_is_saved_by_one_update_under_the_loaded_footer()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        await context.SaveAsync(Visits.Full());
        var before = await table.SingleStoredAsync();
        var visit = await context.LoadAsync<Visit>("visit", 1);
        recording.Requests.Clear();

        (visit.Ssn, visit.Day) = ("changed", null);
        await context.SaveAsync(visit);

        var request = Assert.IsType<UpdateItemRequest>(Assert.Single(recording.Requests));
        var names = request.ExpressionAttributeNames;
        var set = Clause(request, "SET", names);
        Assert.Equal(["Clinic", "Labels", "Rooms", "Version", "Weight", "aws_dbe_foot", "aws_dbe_head", "cost", "ssn"], set.Order(StringComparer.Ordinal));
        Assert.Equal(["Day"], Clause(request, "REMOVE", names));
        Assert.Contains(request.ExpressionAttributeValues.Values, value => value.B is { } binary && binary.ToArray().AsSpan().SequenceCompareTo(before["aws_dbe_foot"].B.ToArray()) == 0);
        Assert.False((await table.SingleStoredAsync()).ContainsKey("Day"));
        Assert.Equal("changed", (await context.LoadAsync<Visit>("visit", 1)).Ssn);
    }

    [Fact]
    public async Task S8_Unsigned_values_that_others_changed_since_the_load_survive_a_save()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var visit = await context.LoadAsync<Visit>("visit", 1);

        await table.SetUnsignedAsync("Hint", "theirs");
        visit.Ssn = "mine";
        await context.SaveAsync(visit);
        visit.Ssn = "mine again";
        await context.SaveAsync(visit);

        var loaded = await context.LoadAsync<Visit>("visit", 1);
        Assert.Equal(("theirs", "mine again"), (loaded.Hint, loaded.Ssn));
    }

    [Fact]
    public async Task S8_An_unsigned_property_that_only_has_its_default_is_not_written_over_what_others_stored_meanwhile()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Exam>());
        using var context = table.Context();
        await context.SaveAsync(new Exam { Id = "e", Number = 1 });
        await table.TamperAsync(item => item.Remove("Room"));
        var exam = await context.LoadAsync<Exam>("e", 1);

        await table.SetUnsignedAsync("Room", "7");
        exam.Grade = 5;
        await context.SaveAsync(exam);

        var loaded = await context.LoadAsync<Exam>("e", 1);
        Assert.Equal((7, 5), (loaded.Room, loaded.Grade));
    }

    [Fact]
    public async Task S8_An_instance_that_was_saved_elsewhere_too_still_conflicts_where_it_was_read()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        await table.CreateTwinAsync(table.Name + "-archive");
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var mine = await context.LoadAsync<Visit>("visit", 1);
        var theirs = await context.LoadAsync<Visit>("visit", 1);
        theirs.Ssn = "theirs";
        await context.SaveAsync(theirs, new SaveConfig { SkipVersionCheck = true });

        await context.SaveAsync(mine, new SaveConfig { OverrideTableName = VisitModel.Instance.TableName + "-archive", SkipVersionCheck = true });
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(mine, new SaveConfig { SkipVersionCheck = true }));

        Assert.Equal("theirs", (await context.LoadAsync<Visit>("visit", 1)).Ssn);
        await table.Client.DeleteTableAsync(table.Name + "-archive");
    }

    [Theory]
    [InlineData("mine")]
    [InlineData(null)]
    public async Task S8_An_unsigned_value_that_the_caller_changed_is_written_or_removed(string? hint)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var visit = await context.LoadAsync<Visit>("visit", 1);

        visit.Hint = hint;
        await context.SaveAsync(visit);

        Assert.Equal(hint, (await context.LoadAsync<Visit>("visit", 1)).Hint);
        Assert.Equal(hint is not null, (await table.SingleStoredAsync()).ContainsKey("Hint"));
    }

    [Fact]
    public async Task S8_A_stale_instance_conflicts_without_a_version_and_leaves_the_item_alone()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Memo { Id = "m", Text = "first" });
        var stale = await context.LoadAsync<Memo>("m");
        var winner = await context.LoadAsync<Memo>("m");
        winner.Text = "won";
        await context.SaveAsync(winner);

        stale.Text = "lost";
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(stale));

        Assert.Null(error.Item);
        Assert.Equal("won", (await context.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task S8_An_instance_that_was_saved_can_be_saved_again()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        var memo = new Memo { Id = "m", Text = "one", Color = "red" };

        await context.SaveAsync(memo);
        memo.Text = "two";
        await context.SaveAsync(memo);

        Assert.Equal(2, recording.Requests.Count);
        Assert.Equal(("two", "red"), ((await context.LoadAsync<Memo>("m")).Text, memo.Color));
    }

    [Fact]
    public async Task S8_An_instance_that_was_not_loaded_replaces_the_verified_item_on_its_footer()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        await context.SaveAsync(new Memo { Id = "m", Text = "old", Topic = "old", Color = "red" });
        recording.Requests.Clear();

        await context.SaveAsync(new Memo { Id = "m", Text = "new" });

        Assert.Equal([typeof(UpdateItemRequest), typeof(UpdateItemRequest)], recording.Requests.Select(request => request.GetType()));
        Assert.StartsWith("(attribute_not_exists(", ((UpdateItemRequest)recording.Requests.First()).ConditionExpression, StringComparison.Ordinal);
        var loaded = await context.LoadAsync<Memo>("m");
        Assert.Equal(("new", null, null), (loaded.Text, loaded.Topic, loaded.Color));
    }

    [Fact]
    public async Task S8_An_instance_that_was_not_loaded_is_refused_over_an_item_that_does_not_verify()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Memo { Id = "m", Text = "old", Topic = "old" });
        await table.TamperAsync(item => item["Topic"] = new AttributeValue { S = "tampered" });

        await Assert.ThrowsAsync<ItemVerificationException>(() => context.SaveAsync(new Memo { Id = "m", Text = "new" }));

        Assert.Equal("tampered", (await table.SingleStoredAsync())["Topic"].S);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S8_A_writer_that_cannot_decrypt_replaces_the_item_explicitly(bool perSave)
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        using var writer = table.Context(dynamo => dynamo.UseSaveMode(perSave ? SaveMode.Preserve : SaveMode.Replace));
        using (var other = table.ContextWithOtherKey())
        {
            await other.SaveAsync(new Memo { Id = "m", Text = "unreadable", Topic = "old", Color = "red" });
        }

        await writer.SaveAsync(new Memo { Id = "m", Text = "new" }, perSave ? new EncryptedSaveConfig { Mode = SaveMode.Replace } : null!);

        var loaded = await writer.LoadAsync<Memo>("m");
        Assert.Equal(("new", null, null), (loaded.Text, loaded.Topic, loaded.Color));
    }

    [Fact]
    public async Task S8_Of_concurrent_saves_that_were_not_loaded_every_one_is_stored_whole()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        using var context = table.Context();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => context.SaveAsync(new Memo { Id = "m", Text = $"text {i}", Topic = $"topic {i}" })));

        var loaded = await context.LoadAsync<Memo>("m");
        Assert.Equal(loaded.Text!["text ".Length..], loaded.Topic!["topic ".Length..]);
    }

    [Fact]
    public async Task S8_A_deleted_item_is_a_conflict_for_who_loaded_it_before_and_can_be_created_anew()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(new Memo { Id = "m", Text = "old" });
        var loaded = await context.LoadAsync<Memo>("m");
        await context.DeleteAsync<Memo>((object)"m");

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(loaded));
        await context.DeleteAsync(loaded);
        await context.SaveAsync(loaded);

        Assert.Equal("old", (await context.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task S8_A_callers_condition_holds_beside_the_footer()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        using var context = table.Context();
        var memo = new Memo { Id = "m", Text = "one", Topic = "a" };
        await context.SaveAsync(memo);
        var whenB = new EncryptedSaveConfig { ConditionalExpression = new() };
        whenB.ConditionalExpression.SetFilter<Memo>(stored => stored.Topic == "b");
        memo.Text = "two";

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(memo, whenB));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(new Memo { Id = "m", Text = "three" }, whenB));
        memo.Topic = "b";
        await context.SaveAsync(memo);
        await context.SaveAsync(new Memo { Id = "m", Text = "four" }, whenB);

        Assert.Equal("four", (await context.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task S8_An_instance_with_a_version_never_creates_an_item()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var visit = Visits.Full();
        visit.Version = 3;

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(visit));

        Assert.Empty(await table.StoredAsync());
        Assert.Equal(3, visit.Version);
    }

    [Fact]
    public async Task S8_A_repeated_save_whose_answer_was_lost_counts_as_success()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        var http = new LostAnswers(losses: 1);
        using var client = LocalDynamo.Connect(http);
        using var context = table.ContextOver(client);

        await context.SaveAsync(new Memo { Id = "m", Text = "t" });

        Assert.Equal(2, http.Writes.Count);
        Assert.Equal(http.Writes.First(), http.Writes.Last());
        Assert.Equal("t", (await context.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task S9_A_save_that_changes_only_unsigned_attributes_still_writes_header_and_footer()
    {
        await using var table = await TestTable.CreateAsync(MemoModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        await context.SaveAsync(new Memo { Id = "m", Text = "t", Color = "red" });
        var memo = await context.LoadAsync<Memo>("m");
        memo.Color = "blue";
        await context.SaveAsync(memo);
        await context.UpdateAsync<Memo>("m", loaded => { loaded.Color = "green"; });

        var updates = recording.Requests.OfType<UpdateItemRequest>().ToArray();
        Assert.Equal(3, updates.Length);
        Assert.All(updates, update => Assert.Superset(new HashSet<string> { "aws_dbe_head", "aws_dbe_foot" }, Clause(update, "SET", update.ExpressionAttributeNames).ToHashSet()));
        Assert.Equal("green", (await context.LoadAsync<Memo>("m")).Color);
    }

    private static IEnumerable<string> Clause(UpdateItemRequest request, string keyword, Dictionary<string, string> names)
    {
        var expression = request.UpdateExpression;
        var start = expression.IndexOf(keyword + " ", StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        var end = keyword == "SET" ? expression.IndexOf(" REMOVE ", StringComparison.Ordinal) : -1;
        var clause = expression[(start + keyword.Length + 1)..(end < 0 ? expression.Length : end)];
        return clause.Split(", ").Select(part => names[part.Split(' ')[0]]);
    }
}
