using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>A nominal record: init-only and required members, whose defaults survive where nothing is stored.</summary>
[DynamoDBTable("Inits")]
public record InitEntity
{
    [DynamoDBHashKey]
    public required string Id { get; init; }

    [Encrypted]
    public string? Name { get; init; } = "nobody";

    public required int Count { get; set; }

    public required List<int> Numbers { get; init; } = [1];

    public required long Field;

    public PlaceRecord? Place { get; init; } = new("here");

    public Init Nested { get; init; } = new() { Value = 7 };

    [DynamoDBVersion]
    public int? Version { get; init; }

    public readonly struct Init
    {
        public int Value { get; init; }

        public string? Text { get; init; }
    }
}
