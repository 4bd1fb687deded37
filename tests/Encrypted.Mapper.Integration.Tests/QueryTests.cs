using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class QueryTests
{
    [Theory]
    [InlineData(QueryOperator.Equal, new object[] { 3 }, new[] { 3 })]
    [InlineData(QueryOperator.LessThan, new object[] { 3 }, new[] { 1, 2 })]
    [InlineData(QueryOperator.LessThanOrEqual, new object[] { 3 }, new[] { 1, 2, 3 })]
    [InlineData(QueryOperator.GreaterThan, new object[] { 3 }, new[] { 4, 5 })]
    [InlineData(QueryOperator.GreaterThanOrEqual, new object[] { 3 }, new[] { 3, 4, 5 })]
    [InlineData(QueryOperator.Between, new object[] { 2, 4 }, new[] { 2, 3, 4 })]
    public async Task Every_operator_selects_by_the_sort_key(QueryOperator op, object[] values, int[] expected)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context, 5);

        var found = await context.QueryAsync<Visit>("visit", op, values).GetRemainingAsync();

        Assert.Equal(expected, found.Select(visit => visit.Number));
        Assert.All(found, visit => Assert.Equal("078-05-1120", visit.Ssn));
    }

    [Fact]
    public async Task An_index_is_queried_by_its_own_keys()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context, 3);
        var elsewhere = Visits.Full("other");
        elsewhere.Clinic = "Ward 8";
        await context.SaveAsync(elsewhere);

        var byClinic = await context.QueryAsync<Visit>("Ward 7", new QueryConfig { IndexName = "ByClinic" }).GetRemainingAsync();
        var byClinicAndDay = await context.QueryAsync<Visit>("Ward 7", QueryOperator.BeginsWith, ["2026-11-0"], new QueryConfig { IndexName = "ByClinic" }).GetRemainingAsync();
        var byDay = await context.QueryAsync<Visit>("visit", QueryOperator.GreaterThan, ["2026-11-02"], new QueryConfig { IndexName = "ByDay" }).GetRemainingAsync();

        Assert.Equal([1, 2, 3], byClinic.Select(visit => visit.Number));
        Assert.Equal([1, 2, 3], byClinicAndDay.Select(visit => visit.Number));
        Assert.Equal([3], byDay.Select(visit => visit.Number));
        Assert.All([.. byClinic, .. byDay], visit => Assert.Equal("078-05-1120", visit.Ssn));
    }

    [Fact]
    public async Task A_backward_query_returns_the_rows_in_descending_order()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context, 3);

        var found = await context.QueryAsync<Visit>("visit", new QueryConfig { BackwardQuery = true, ConsistentRead = true }).GetRemainingAsync();

        Assert.Equal([3, 2, 1], found.Select(visit => visit.Number));
    }

    [Fact]
    public async Task A_query_that_matches_nothing_ends_with_an_empty_page()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var search = context.QueryAsync<Visit>("nobody");

        Assert.False(search.IsDone);
        Assert.Empty(await search.GetNextSetAsync());
        Assert.True(search.IsDone);
        Assert.Empty(await search.GetNextSetAsync());
    }

    [Fact]
    public async Task An_index_that_no_attribute_declares_and_a_sort_key_that_is_none_are_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        var unknown = Assert.Throws<ModelConfigurationException>(() => context.QueryAsync<Visit>("x", new QueryConfig { IndexName = "Nowhere" }));
        Assert.Throws<ModelConfigurationException>(() => context.ScanAsync<Visit>([], new ScanConfig { IndexName = "Nowhere" }));
        var noSortKey = Assert.Throws<ModelConfigurationException>(() => context.QueryAsync<Secret>("x", QueryOperator.Equal, ["y"]));

        Assert.Equal(("index-unknown", "sort-key-unknown"), (unknown.Rule, noSortKey.Rule));
    }

    [Fact]
    public async Task A_query_by_expression_takes_limit_direction_and_filter()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context, 5);
        var search = context.FromQueryAsync<Visit>(new QueryOperationConfig
        {
            KeyExpression = new Expression
            {
                ExpressionStatement = "Id = :id AND #n > :first",
                ExpressionAttributeNames = { ["#n"] = "Number" },
                ExpressionAttributeValues = { [":id"] = "visit", [":first"] = 1 },
            },
            FilterExpression = new Expression { ExpressionStatement = "cost < :most", ExpressionAttributeValues = { [":most"] = 5 } },
            BackwardSearch = true,
            Limit = 2,
        });

        var first = await search.GetNextSetAsync();
        var rest = await search.GetRemainingAsync();

        Assert.Equal([5, 4], first.Select(visit => visit.Number));
        Assert.Equal([3, 2], rest.Select(visit => visit.Number));
    }

    private static async Task SaveAsync(EncryptedDynamoContext context, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var visit = Visits.Full(number: number);
            visit.Day = $"2026-11-0{number}";
            await context.SaveAsync(visit);
        }
    }
}
