using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>What goes over the wire: whole items, expressions, and nothing that would part an item or describe a table.</summary>
public sealed class RequestShapeTests
{
    [Fact]
    public async Task Each_operation_sends_the_one_request_of_the_table_of_requests()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        var visit = Visits.Full();

        await context.SaveAsync(visit, new EncryptedSaveConfig { Mode = SaveMode.Replace });
        await context.SaveAsync(visit);
        await context.LoadAsync<Visit>("visit", 1);
        await context.UpdateAsync<Visit>("visit", 1, loaded => loaded.Clinic = "Ward 8");
        await context.QueryAsync<Visit>("visit").GetRemainingAsync();
        await context.ScanAsync<Visit>([]).GetRemainingAsync();
        await context.DeleteAsync(await context.LoadAsync<Visit>("visit", 1));

        Assert.Equal(
            [typeof(PutItemRequest), typeof(UpdateItemRequest), typeof(GetItemRequest), typeof(GetItemRequest), typeof(UpdateItemRequest), typeof(QueryRequest), typeof(ScanRequest), typeof(GetItemRequest), typeof(DeleteItemRequest)],
            recording.Requests.Select(request => request.GetType()));
    }

    [Fact]
    public async Task Reads_are_neither_projected_nor_use_legacy_parameters()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);
        await context.SaveAsync(Visits.Full());

        var loaded = await context.LoadAsync<Visit>("visit", 1);
        var filter = new QueryConfig { QueryFilter = [new ScanCondition("Clinic", ScanOperator.Equal, "Ward 7")] };
        var queried = await context.QueryAsync<Visit>("visit", QueryOperator.Equal, [1], filter).GetRemainingAsync();
        var projected = new QueryOperationConfig
        {
            Filter = new QueryFilter("Id", QueryOperator.Equal, "visit"),
            AttributesToGet = ["Id"],
            Select = SelectValues.SpecificAttributes,
        };
        var fromQuery = await context.FromQueryAsync<Visit>(projected).GetRemainingAsync();
        var scanned = await context.ScanAsync<Visit>([new ScanCondition("Clinic", ScanOperator.BeginsWith, "Ward")]).GetRemainingAsync();

        Assert.All([loaded, .. queried, .. fromQuery, .. scanned], visit => Assert.Equal("078-05-1120", visit.Ssn));
        Assert.All(recording.Requests, request => Assert.Empty(ForbiddenMembersOf(request)));
    }

    private static IEnumerable<string> ForbiddenMembersOf(object request)
        => from name in (string[])["AttributesToGet", "ProjectionExpression", "KeyConditions", "QueryFilter", "ScanFilter", "ConditionalOperator", "Expected", "AttributeUpdates"]
           let property = request.GetType().GetProperty(name)
           where property?.GetValue(request) is not (null or System.Collections.ICollection { Count: 0 })
           select name;
}
