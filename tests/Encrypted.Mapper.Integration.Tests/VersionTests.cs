using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class VersionTests
{
    [Fact]
    public async Task The_first_save_stores_version_zero_and_each_later_one_the_next()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var visit = Visits.Full();

        await context.SaveAsync(visit);
        var first = visit.Version;
        await context.SaveAsync(visit);

        Assert.Equal((0, 1), (first, visit.Version));
        Assert.Equal(1, (await context.LoadAsync<Visit>("visit", 1)).Version);
    }

    [Fact]
    public async Task A_save_over_another_version_fails_and_leaves_entity_and_item_alone()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var stale = await context.LoadAsync<Visit>("visit", 1);
        var winner = await context.LoadAsync<Visit>("visit", 1);
        winner.Ssn = "won";
        await context.SaveAsync(winner);

        stale.Ssn = "lost";
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(stale));

        Assert.Equal(0, stale.Version);
        Assert.Equal("won", (await context.LoadAsync<Visit>("visit", 1)).Ssn);
    }

    [Fact]
    public async Task A_second_entity_without_version_does_not_overwrite_the_first()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(Visits.Full()));
    }

    [Fact]
    public async Task Skipping_the_check_overwrites_and_stores_the_version_as_it_is()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        var other = Visits.Full();
        other.Version = 41;

        await context.SaveAsync(other, new SaveConfig { SkipVersionCheck = true });

        Assert.Equal(41, other.Version);
        Assert.Equal(41, (await context.LoadAsync<Visit>("visit", 1)).Version);
    }

    [Fact]
    public async Task A_delete_checks_the_version_unless_told_to_skip_it()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var visit = Visits.Full();
        await context.SaveAsync(visit);
        var stale = Visits.Full();
        stale.Version = 7;

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.DeleteAsync(stale));
        var afterRefusal = await table.StoredAsync();
        await context.DeleteAsync(stale, new DeleteConfig { SkipVersionCheck = true });

        Assert.Single(afterRefusal);
        Assert.Empty(await table.StoredAsync());
    }

    [Fact]
    public async Task A_versioned_save_whose_answer_was_lost_counts_as_success()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var http = new LostAnswers(losses: 1);
        using var client = LocalDynamo.Connect(http);
        using var context = table.ContextOver(client);
        var visit = Visits.Full();

        await context.SaveAsync(visit, new EncryptedSaveConfig { Mode = SaveMode.Replace });

        Assert.Equal((2, 0), (http.Writes.Count, visit.Version));
    }

    [Fact]
    public async Task Concurrent_saves_of_one_version_have_one_winner()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var visit = Visits.Full();
            (visit.Version, visit.Ssn) = (0, $"writer {i}");
            try
            {
                await context.SaveAsync(visit);
                return visit.Ssn;
            }
            catch (ConditionalCheckFailedException)
            {
                return null;
            }
        }));

        var winner = Assert.Single(outcomes, outcome => outcome is not null);
        Assert.Equal(winner, (await context.LoadAsync<Visit>("visit", 1)).Ssn);
    }
}
