using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.KeyManagement.Tests.Models;

/// <summary>An item of a tenant's, protected with the tenant's own branch key.</summary>
[DynamoDBTable("Invoices")]
public sealed class Invoice
{
    [DynamoDBHashKey]
    [BranchKey]
    public string Tenant { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [Encrypted]
    public string Recipient { get; set; } = "";
}
