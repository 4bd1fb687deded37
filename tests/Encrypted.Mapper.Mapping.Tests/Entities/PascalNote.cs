using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("unused", CaseMode.PascalCase)]
public sealed class PascalNote
{
    public string? Text { get; set; }

    public Address? Place { get; set; }
}
