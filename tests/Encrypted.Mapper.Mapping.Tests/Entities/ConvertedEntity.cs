using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Mapping.Tests.Converters;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Converters of our own kind.</summary>
[DynamoDBTable("Converted")]
public record ConvertedEntity([property: DynamoDBHashKey, AttributeConverter(typeof(SpanConverter))] TimeSpan Id)
{
    [Encrypted, AttributeConverter(typeof(MoneyConverter)), DynamoDBProperty("money")]
    public Money Money { get; init; } = new(1, "EUR");

    [AttributeConverter(typeof(MoneyConverter))]
    public Money? Optional { get; init; }

    [AttributeConverter(typeof(SpanConverter))]
    public List<TimeSpan>? Spans { get; init; }

    public Priced? Inner { get; init; }

    public record Priced([property: AttributeConverter(typeof(MoneyConverter))] Money Price);
}
