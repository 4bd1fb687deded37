using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Properties without setters, filled by the marked constructor, whose parameters differ from them in case and type.</summary>
[DynamoDBTable("Constructed")]
public sealed class ConstructedEntity
{
    public ConstructedEntity()
    {
        Id = "other";
    }

    public ConstructedEntity(string id, int amount)
    {
        Id = id;
        Amount = amount + 1000;
    }

    [DynamoDBConstructor]
    public ConstructedEntity(string ID, long amount, IEnumerable<string>? names, int score = 6, Color color = Entities.Color.Green, string? ignored = "default")
    {
        Score = score;
        Color = color;
        Id = ID;
        Amount = (int)amount;
        Names = names is null ? null : [.. names];
        Ignored = ignored;
    }

    [DynamoDBHashKey]
    public string Id { get; }

    public int Amount { get; }

    [Encrypted]
    public List<string>? Names { get; }

    public int? Score { get; }

    public Color? Color { get; }

    [DynamoDBIgnore]
    public string? Ignored { get; }

    public string? Later { get; set; } = "later";

    public int Computed => Amount;
}
