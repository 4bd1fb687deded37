using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Filters on signed and unsigned attributes, and that they select what the stock context's legacy filters select.</summary>
public sealed class FilterTests
{
    public static TheoryData<string, ScanOperator, object[]> Conditions => new()
    {
        { "Clinic", ScanOperator.Equal, ["North"] },
        { "Clinic", ScanOperator.NotEqual, ["North"] },
        { "Clinic", ScanOperator.BeginsWith, ["No"] },
        { "Clinic", ScanOperator.Contains, ["or"] },
        { "Clinic", ScanOperator.NotContains, ["or"] },
        { "Clinic", ScanOperator.In, ["North", "South"] },
        { "Clinic", ScanOperator.IsNull, [] },
        { "Clinic", ScanOperator.IsNotNull, [] },
        { "Cost", ScanOperator.LessThan, [20m] },
        { "Cost", ScanOperator.LessThanOrEqual, [20m] },
        { "Cost", ScanOperator.GreaterThan, [20m] },
        { "Cost", ScanOperator.GreaterThanOrEqual, [20m] },
        { "Cost", ScanOperator.Between, [10m, 20m] },
        { "Rooms", ScanOperator.Contains, [2] },
        { "Hint", ScanOperator.Equal, ["h"] },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_scan_condition_selects_what_the_stock_context_selects(string property, ScanOperator op, object[] values)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context);
        using var stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => table.Client).Build();
        var condition = new ScanCondition(property, op, values);

        var found = await context.ScanAsync<Visit>([condition]).GetRemainingAsync();
        var expected = await stock.ScanAsync<VisitRow>([condition], new ScanConfig { OverrideTableName = table.Name }).GetRemainingAsync();

        Assert.Equal(expected.Select(row => row.Number).Order(), found.Select(visit => visit.Number).Order());
    }

    [Fact]
    public async Task Conditions_are_joined_by_and_unless_or_is_asked_for()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context);
        List<ScanCondition> conditions = [new("Clinic", ScanOperator.Equal, "North"), new("Cost", ScanOperator.Equal, 20)];

        var both = await context.QueryAsync<Visit>("visit", new QueryConfig { QueryFilter = conditions }).GetRemainingAsync();
        var either = await context.QueryAsync<Visit>("visit", new QueryConfig { QueryFilter = conditions, ConditionalOperator = ConditionalOperatorValues.Or }).GetRemainingAsync();

        Assert.Empty(both);
        Assert.Equal([1, 2], either.Select(visit => visit.Number));
    }

    [Fact]
    public async Task A_filter_of_the_document_model_becomes_an_expression()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context);
        var scanFilter = new ScanFilter();
        scanFilter.AddCondition("cost", ScanOperator.GreaterThan, 10);
        var queryFilter = new QueryFilter("Id", QueryOperator.Equal, "visit");
        queryFilter.AddCondition("Number", QueryOperator.GreaterThan, 1);
        queryFilter.AddCondition("Clinic", ScanOperator.IsNotNull);

        var scanned = await context.FromScanAsync<Visit>(new ScanOperationConfig { Filter = scanFilter }).GetRemainingAsync();
        var queried = await context.FromQueryAsync<Visit>(new QueryOperationConfig { Filter = queryFilter }).GetRemainingAsync();

        Assert.Equal([2, 3], scanned.Select(visit => visit.Number).Order());
        Assert.Equal([2], queried.Select(visit => visit.Number));
    }

    [Fact]
    public async Task An_unknown_property_is_refused_without_repeating_its_name()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        var error = Assert.Throws<ModelConfigurationException>(() => context.ScanAsync<Visit>([new ScanCondition("Nothing", ScanOperator.Equal, 1)]));

        Assert.Equal("property-unknown", error.Rule);
        Assert.DoesNotContain("Nothing", error.Message, StringComparison.Ordinal);
    }

    private static async Task SaveAsync(EncryptedDynamoContext context)
    {
        await context.SaveAsync(new Visit { Id = "visit", Number = 1, Clinic = "North", Cost = 10, Rooms = [1, 2], Hint = "h" });
        await context.SaveAsync(new Visit { Id = "visit", Number = 2, Clinic = "South-East", Cost = 20, Rooms = [3] });
        await context.SaveAsync(new Visit { Id = "visit", Number = 3, Cost = 30 });
    }
}
