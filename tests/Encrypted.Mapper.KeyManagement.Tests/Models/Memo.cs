using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.KeyManagement.Tests.Models;

/// <summary>An item that says nothing of branch keys.</summary>
[DynamoDBTable("Memos")]
public sealed class Memo
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [Encrypted]
    public string Text { get; set; } = "";
}
