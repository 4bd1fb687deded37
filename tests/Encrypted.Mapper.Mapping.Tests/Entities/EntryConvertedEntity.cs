using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Mapping.Tests.Converters;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>The SDK's converters, on a key, on members of every kind and within a nested type.</summary>
[DynamoDBTable("EntryConverted")]
public record EntryConvertedEntity
{
    [DynamoDBHashKey(typeof(UpperEntryConverter))]
    public string Id { get; init; } = "id";

    [Encrypted, DynamoDBProperty("money", typeof(MoneyEntryConverter))]
    public Money Money { get; set; }

    [DynamoDBProperty(Converter = typeof(FlagEntryConverter))]
    public bool Flag { get; set; } = true;

    [DynamoDBProperty(typeof(WordsEntryConverter))]
    public string? Words { get; private set; } = "none";

    [DynamoDBProperty(typeof(TicksEntryConverter))]
    public TimeSpan Span { get; init; } = TimeSpan.FromHours(1);

    public Priced? Inner { get; set; }

    public EntryConvertedEntity WithWords(string? words)
    {
        Words = words;
        return this;
    }

    public record Priced([property: DynamoDBProperty(typeof(MoneyEntryConverter))] Money Price, [property: DynamoDBProperty(typeof(FlagEntryConverter))] bool IsFree);
}
