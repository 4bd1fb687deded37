using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.ColdStart;

/// <summary>The tables of one run, which are dropped after it.</summary>
internal static class Tables
{
    private static readonly string[] s_names = ["Patients", "PlainPatients"];

    public static BranchKeyStoreConfiguration KeyStore(string prefix, string keyArn)
        => new() { TableName = prefix + "BranchKeys", LogicalName = "BranchKeys", Kms = BranchKeyStoreKms.Key(keyArn) };

    public static async Task CreateAsync(IAmazonDynamoDB client, string prefix)
    {
        foreach (var name in s_names)
        {
            await client.CreateTableAsync(new CreateTableRequest
            {
                TableName = prefix + name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                KeySchema = [new KeySchemaElement("Id", KeyType.HASH)],
                AttributeDefinitions = [new AttributeDefinition("Id", ScalarAttributeType.S)],
            });
        }
    }

    public static async Task DropAsync(IAmazonDynamoDB client, string prefix)
    {
        foreach (var name in s_names.Append("BranchKeys"))
        {
            await client.DeleteTableAsync(prefix + name);
        }
    }
}
