using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class ServiceErrorTests
{
    [Fact]
    public async Task S27_A_failed_condition_stays_catchable_and_carries_no_item()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        var sent = new ConditionalCheckFailedException("The conditional request failed") { Item = new() { ["Clinic"] = new AttributeValue { S = "marked" } } };
        recording.Answer = request => request is PutItemRequest ? throw sent : null;
        using var context = table.ContextOver(client);

        var caught = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(new Secret { Key = "k", Text = "t" }));

        Assert.Same(sent, caught);
        Assert.Null(caught.Item);
    }

    [Fact]
    public async Task S27_The_reasons_of_a_cancelled_transaction_carry_no_items()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        var sent = new TransactionCanceledException("Transaction cancelled")
        {
            CancellationReasons = [new() { Code = "ConditionalCheckFailed", Item = new() { ["Clinic"] = new AttributeValue { S = "marked" } } }, new() { Code = "None" }],
        };
        recording.Answer = request => request is DeleteItemRequest ? throw sent : null;
        using var context = table.ContextOver(client);

        var caught = await Assert.ThrowsAsync<TransactionCanceledException>(() => context.DeleteAsync<Secret>((object)"k"));

        Assert.Equal(["ConditionalCheckFailed", "None"], caught.CancellationReasons.Select(reason => reason.Code));
        Assert.All(caught.CancellationReasons, reason => Assert.Null(reason.Item));
    }

    [Fact]
    public async Task A_table_that_does_not_exist_fails_with_the_exception_of_the_service()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context(dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = "missing-"));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => context.LoadAsync<Secret>("k"));
    }
}
