using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class PageTests
{
    [Fact]
    public async Task A_scan_over_3_MB_continues_over_pages()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        var text = new string('x', 350_000);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => context.SaveAsync(new Secret { Key = $"k{i}", Text = text + i })));
        var search = context.ScanAsync<Secret>([]);

        var pages = new List<List<Secret>>();
        while (!search.IsDone)
        {
            pages.Add(await search.GetNextSetAsync());
        }

        Assert.True(pages.Count > 3, "The scan was expected to take more than three pages of 1 MB.");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"k{i}"), pages.SelectMany(page => page).Select(secret => secret.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_tokens_are_those_of_the_stock_context_in_both_directions()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context, 4);
        using var stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => table.Client).Build();
        var inTable = new FromQueryConfig { OverrideTableName = table.Name };

        var ours = context.FromQueryAsync<Visit>(Page(null));
        await ours.GetNextSetAsync();
        var theirs = stock.FromQueryAsync<VisitRow>(Page(null), inTable);
        await theirs.GetNextSetAsync();
        var continuedByStock = await stock.FromQueryAsync<VisitRow>(Page(ours.PaginationToken), inTable).GetRemainingAsync();
        var continuedByOurs = await context.FromQueryAsync<Visit>(Page(theirs.PaginationToken)).GetRemainingAsync();

        Assert.Equal(theirs.PaginationToken, ours.PaginationToken);
        Assert.Equal([3, 4], continuedByStock.Select(row => row.Number));
        Assert.Equal([3, 4], continuedByOurs.Select(visit => visit.Number));
    }

    [Fact]
    public async Task A_filter_that_drops_every_row_of_a_page_leaves_an_empty_page_and_goes_on()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context, 4);
        var search = context.FromQueryAsync<Visit>(new QueryOperationConfig
        {
            Filter = new QueryFilter("Id", QueryOperator.Equal, "visit"),
            FilterExpression = new Expression { ExpressionStatement = "cost = :c", ExpressionAttributeValues = { [":c"] = 4 } },
            Limit = 2,
        });

        Assert.Empty(await search.GetNextSetAsync());
        Assert.False(search.IsDone);
        Assert.Equal([4], (await search.GetRemainingAsync()).Select(visit => visit.Number));
    }

    [Fact]
    public async Task The_segments_of_a_parallel_scan_are_disjoint_and_complete()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => context.SaveAsync(new Secret { Key = $"k{i:00}", Text = "t" })));

        var segments = await Task.WhenAll(Enumerable.Range(0, 3).Select(segment =>
            context.FromScanAsync<Secret>(new ScanOperationConfig { TotalSegments = 3, Segment = segment, Limit = 4 }).GetRemainingAsync()));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"k{i:00}"), segments.SelectMany(segment => segment).Select(secret => secret.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"Id":"secret-visit"}""")]
    public async Task A_token_that_no_search_returned_is_an_argument_error_that_does_not_quote_it(string token)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        var error = Assert.Throws<ArgumentException>(() => context.FromQueryAsync<Visit>(Page(token)));

        Assert.DoesNotContain(token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_without_rows_is_not_supported()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        Assert.Throws<NotSupportedException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { Select = SelectValues.Count }));
    }

    private static QueryOperationConfig Page(string? token)
        => new() { Filter = new QueryFilter("Id", QueryOperator.Equal, "visit"), Limit = 2, PaginationToken = token };

    private static async Task SaveAsync(EncryptedDynamoContext context, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await context.SaveAsync(new Visit { Id = "visit", Number = number, Cost = number });
        }
    }
}
