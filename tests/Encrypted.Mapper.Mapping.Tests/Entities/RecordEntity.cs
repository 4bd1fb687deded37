using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>A positional record, with defaults of parameters and a property beside them.</summary>
[DynamoDBTable("Records")]
public sealed record RecordEntity(
    [property: DynamoDBHashKey] string Id,
    [property: Encrypted] string? Name,
    [property: DynamoDBProperty("place")] PlaceRecord? Place,
    Position At,
    List<PlaceRecord>? Places,
    int Count = 5,
    Color Color = Color.Green,
    char Grade = '\'',
    string Text = "a \"b\" \\",
    double Ratio = -1.5e-7,
    decimal Price = 1.10m,
    long? Limit = -7)
{
    public string Note { get; init; } = "none";

    public List<string>? Tags { get; set; } = ["t"];

    public int Double => Count * 2;
}
