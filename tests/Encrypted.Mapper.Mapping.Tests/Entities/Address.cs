using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

public class Address
{
    public string? Street { get; set; }

    [DynamoDBProperty("zip_code")]
    public int Zip { get; set; }

    public Color? Door { get; set; }

    public List<string>? Tags { get; set; }

    public Address? Next { get; set; }

    [DynamoDBIgnore]
    public string? Secret { get; set; }

    [DynamoDBProperty(StoreAsEpochLong = true)]
    public DateTime Since { get; set; }

    public int Computed => Zip + 1;
}
