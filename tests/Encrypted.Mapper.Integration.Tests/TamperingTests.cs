using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>What a writer of the table without keys may try. Each attempt is refused on load, query and scan, with table and rule named.</summary>
public sealed class TamperingTests
{
    public static TheoryData<string, string> Changes => new()
    {
        { "change a signed value", "signature" },
        { "change a ciphertext", "signature" },
        { "swap two ciphertexts", "signature" },
        { "remove a signed attribute", "attribute-removed" },
        { "add an attribute", "attribute-added" },
        { "remove the foot", "footer-missing" },
        { "remove the head", "header-missing" },
        { "remove head and foot", "not-protected" },
        { "change the foot", "signature" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_changed_item_is_refused_on_every_way_to_read_it(string change, string rule)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        await table.TamperAsync(item => Apply(change, item));

        await AssertRefusedAsync(table, context, rule);
    }

    [Fact]
    public async Task An_unsigned_attribute_may_change()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        await table.TamperAsync(item => item["Hint"] = new AttributeValue { S = "changed by anybody" });

        Assert.Equal("changed by anybody", (await context.LoadAsync<Visit>("visit", 1)).Hint);
    }

    [Fact]
    public async Task An_item_moved_to_another_key_is_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full("other"));
        var item = await table.SingleStoredAsync();
        await context.DeleteAsync<Visit>("other", 1);

        item["Id"] = new AttributeValue { S = "visit" };
        await table.PutRawAsync(item);

        await AssertRefusedAsync(table, context, "data-key");
    }

    [Fact]
    public async Task The_protected_parts_of_two_items_can_not_be_exchanged()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full("other"));
        var other = await table.SingleStoredAsync();
        await context.DeleteAsync<Visit>("other", 1);
        await context.SaveAsync(Visits.Full());

        await table.TamperAsync(item => (item["ssn"], item["aws_dbe_head"], item["aws_dbe_foot"]) = (other["ssn"], other["aws_dbe_head"], other["aws_dbe_foot"]));

        await AssertRefusedAsync(table, context, "data-key");
    }

    [Fact]
    public async Task Plaintext_put_into_the_table_is_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        await table.PutRawAsync(new()
        {
            ["Id"] = new AttributeValue { S = "visit" },
            ["Number"] = new AttributeValue { N = "1" },
            ["ssn"] = new AttributeValue { S = "forged" },
        });

        await AssertRefusedAsync(table, context, "not-protected");
    }

    [Fact]
    public async Task An_item_written_under_another_key_is_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var writer = table.Context();
        using var context = table.ContextWithOtherKey();

        await writer.SaveAsync(Visits.Full());

        await AssertRefusedAsync(table, context, "data-key");
    }

    [Fact]
    public async Task An_answer_with_another_item_than_the_one_asked_for_is_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var writer = table.Context();
        await writer.SaveAsync(Visits.Full("other"));
        var other = await table.SingleStoredAsync();
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        recording.Answer = request => request is GetItemRequest ? new GetItemResponse { Item = other } : null;
        using var context = table.ContextOver(client);

        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Visit>("visit", 1));

        Assert.Equal("returned-key-differs", error.Rule);
    }

    private static async Task AssertRefusedAsync(TestTable table, EncryptedDynamoContext context, string rule)
    {
        ItemVerificationException[] errors =
        [
            await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Visit>("visit", 1)),
            await Assert.ThrowsAsync<ItemVerificationException>(() => context.QueryAsync<Visit>("visit").GetRemainingAsync()),
            await Assert.ThrowsAsync<ItemVerificationException>(() => context.ScanAsync<Visit>([]).GetRemainingAsync()),
        ];

        Assert.All(errors, error => Assert.Equal((rule, table.Name), (error.Rule, error.TableName)));
        Assert.All(errors, error => Assert.Contains(table.Name, error.Message, StringComparison.Ordinal));
    }

    private static void Apply(string change, Dictionary<string, AttributeValue> item)
    {
        switch (change)
        {
            case "change a signed value":
                item["Clinic"] = new AttributeValue { S = "Ward 8" };
                break;
            case "change a ciphertext":
                Flip(item["ssn"]);
                break;
            case "swap two ciphertexts":
                (item["ssn"], item["Labels"]) = (item["Labels"], item["ssn"]);
                break;
            case "remove a signed attribute":
                item.Remove("cost");
                break;
            case "add an attribute":
                item["Note"] = new AttributeValue { S = "added" };
                break;
            case "remove the foot":
                item.Remove("aws_dbe_foot");
                break;
            case "remove the head":
                item.Remove("aws_dbe_head");
                break;
            case "remove head and foot":
                item.Remove("aws_dbe_head");
                item.Remove("aws_dbe_foot");
                break;
            case "change the foot":
                Flip(item["aws_dbe_foot"]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    private static void Flip(AttributeValue value)
    {
        var bytes = value.B.ToArray();
        bytes[^20] ^= 1;
        value.B = new MemoryStream(bytes);
    }
}
