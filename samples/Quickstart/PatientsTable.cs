using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Quickstart;

/// <summary>
/// The table as somebody sees and changes it who has access to DynamoDB and no key: all through the AWS SDK's own
/// client, past the encryption.
/// </summary>
internal sealed class PatientsTable(IAmazonDynamoDB client)
{
    public const string Name = "encrypted-mapper-quickstart";

    public async Task CreateAsync()
    {
        await DropAsync();
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("Id", KeyType.HASH), new("Visit", KeyType.RANGE)],
            AttributeDefinitions = [new("Id", ScalarAttributeType.S), new("Visit", ScalarAttributeType.N)],
        });
        while ((await client.DescribeTableAsync(Name)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    public async Task DropAsync()
    {
        try
        {
            await client.DeleteTableAsync(Name);
            while (true)
            {
                await client.DescribeTableAsync(Name);
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
        catch (ResourceNotFoundException)
        {
            // Gone, or never there.
        }
    }

    public async Task<Dictionary<string, AttributeValue>> ReadAsync(Patient patient)
        => (await client.GetItemAsync(Name, KeyOf(patient), consistentRead: true)).Item;

    public Task WriteAsync(Dictionary<string, AttributeValue> item) => client.PutItemAsync(Name, item);

    private static Dictionary<string, AttributeValue> KeyOf(Patient patient) => new()
    {
        ["Id"] = new(patient.Id),
        ["Visit"] = new() { N = patient.Visit.ToString(CultureInfo.InvariantCulture) },
    };
}
