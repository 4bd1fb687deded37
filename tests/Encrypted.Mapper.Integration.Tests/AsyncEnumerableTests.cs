using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class AsyncEnumerableTests : IDisposable
{
    private readonly PipelineClient _client = new();
    private int _queries;

    public AsyncEnumerableTests()
        => _client.Around = (request, _, send) =>
        {
            Interlocked.Add(ref _queries, request is QueryRequest ? 1 : 0);
            return send();
        };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task All_items_come_in_their_order()
    {
        await using var table = await SevenVisitsAsync();
        using var context = table.ContextOver(_client);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await NumbersAsync(Search(context).AsAsyncEnumerable()));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await NumbersAsync(context.QueryAsync<Visit>("visit").AsAsyncEnumerable()));
        Assert.Empty(await NumbersAsync(context.QueryAsync<Visit>("nobody").AsAsyncEnumerable()));
    }

    [Fact]
    public async Task One_page_is_fetched_ahead_and_never_more()
    {
        await using var table = await SevenVisitsAsync();
        using var context = table.ContextOver(_client);
        var seen = new List<(int Number, int Queries)>();

        await foreach (var visit in Search(context).AsAsyncEnumerable())
        {
            seen.Add((visit.Number, _queries));
        }

        // Pages of two: while items of page n are consumed, page n + 1 was asked for. Seven items are four pages.
        Assert.Equal([(1, 2), (2, 2), (3, 3), (4, 3), (5, 4), (6, 4), (7, 4)], seen);
    }

    [Fact]
    public async Task An_enumeration_that_is_left_early_asks_for_nothing_more_and_leaves_the_search_usable()
    {
        await using var table = await SevenVisitsAsync();
        using var context = table.ContextOver(_client);
        var prefetch = new TaskCompletionSource();
        _client.Around = async (request, stop, send) =>
        {
            if (Interlocked.Increment(ref _queries) == 2)
            {
                await using var _ = stop.Register(prefetch.SetResult);
                await prefetch.Task;
                stop.ThrowIfCancellationRequested();
            }

            return await send();
        };
        var search = Search(context);

        await foreach (var visit in search.AsAsyncEnumerable())
        {
            break;
        }

        Assert.Equal(2, _queries);
        Assert.Equal([3, 4], (await search.GetNextSetAsync()).Select(visit => visit.Number));
    }

    [Fact]
    public async Task A_page_that_fails_throws_after_the_items_before_it_and_can_be_read_again()
    {
        await using var table = await SevenVisitsAsync();
        using var context = table.ContextOver(_client);
        var fourth = (await table.StoredAsync()).Single(item => item["Number"].N == "4");
        var good = fourth["cost"];
        fourth["cost"] = new AttributeValue { N = "0" };
        await table.PutRawAsync(fourth);
        var search = Search(context);
        var seen = new List<int>();

        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () =>
        {
            await foreach (var visit in search.AsAsyncEnumerable())
            {
                seen.Add(visit.Number);
            }
        });
        fourth["cost"] = good;
        await table.PutRawAsync(fourth);

        Assert.Equal("signature", error.Rule);
        Assert.Equal([1, 2], seen);
        Assert.Equal([3, 4, 5, 6, 7], await NumbersAsync(search.AsAsyncEnumerable()));
    }

    [Fact]
    public async Task A_request_under_way_ends_with_the_cancellation()
    {
        await using var table = await SevenVisitsAsync();
        using var context = table.ContextOver(_client);
        using var cancellation = new CancellationTokenSource();
        _client.Around = async (request, stop, send) =>
        {
            if (Interlocked.Increment(ref _queries) < 2)
            {
                return await send();
            }

            // A request that never ends by itself.
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, stop);
            return null!;
        };
        var seen = new List<int>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var visit in Search(context).AsAsyncEnumerable(cancellation.Token))
            {
                seen.Add(visit.Number);
            }
        });

        Assert.InRange(seen.Count, 0, 2);
        Assert.Equal(2, _queries);
    }

    [Fact]
    public async Task A_cancellation_between_two_items_of_a_page_ends_the_enumeration()
    {
        await using var table = await SevenVisitsAsync();
        using var context = table.ContextOver(_client);
        using var cancellation = new CancellationTokenSource();
        var seen = new List<int>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var visit in Search(context).AsAsyncEnumerable().WithCancellation(cancellation.Token))
            {
                seen.Add(visit.Number);
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task A_stock_search_is_enumerated_the_same_way()
    {
        await using var table = await SevenVisitsAsync();
        using var stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => _client).Build();
        var search = stock.FromQueryAsync<VisitRow>(Query(), new FromQueryConfig { OverrideTableName = table.Name });
        var seen = new List<(int Number, int Queries)>();

        await foreach (var visit in search.AsAsyncEnumerable())
        {
            seen.Add((visit.Number, _queries));
        }

        Assert.Equal([(1, 2), (2, 2), (3, 3), (4, 3), (5, 4), (6, 4), (7, 4)], seen);
    }

    private static async Task<TestTable> SevenVisitsAsync()
    {
        var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        for (var number = 1; number <= 7; number++)
        {
            await context.SaveAsync(Visits.Full(number: number));
        }

        return table;
    }

    private static IAsyncSearch<Visit> Search(EncryptedDynamoContext context) => context.FromQueryAsync<Visit>(Query());

    private static QueryOperationConfig Query() => new() { Filter = new QueryFilter("Id", QueryOperator.Equal, "visit"), Limit = 2 };

    private static async Task<List<int>> NumbersAsync(IAsyncEnumerable<Visit> visits)
    {
        var numbers = new List<int>();
        await foreach (var visit in visits)
        {
            numbers.Add(visit.Number);
        }

        return numbers;
    }
}
