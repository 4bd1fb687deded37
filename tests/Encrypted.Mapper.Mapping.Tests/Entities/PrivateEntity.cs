using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Setters and getters that only the class itself may call.</summary>
[DynamoDBTable("Privates")]
public class PrivateEntity : PrivateBase
{
    [DynamoDBHashKey]
    public string Id { get; private set; } = "id";

    [Encrypted]
    public string? Name { get; private set; } = "nobody";

    public int Count { get; protected set; } = 4;

    private string? Secret { get; set; } = "s";

    public int WriteOnly { private get; set; } = 9;

    [DynamoDBVersion]
    public long? Version { get; private set; }

    public Hours Opening { get; private set; }

    public string SeenToo => $"{Secret} {WriteOnly} {Opening.Seen}";

    protected override string? Own { get; set; } = "own";

    public static PrivateEntity Of(string? name, int count)
    {
        var entity = new PrivateEntity { Name = name, Count = count, Secret = name, WriteOnly = count, Version = 3, Own = name, Opening = Hours.Of(count) };
        entity.SetBase(name, count);
        return entity;
    }

    public struct Hours
    {
        private int From { get; set; }

        public int To { get; private set; }

        public readonly string Seen => $"{From} {To}";

        public static Hours Of(int hour) => new() { From = hour, To = hour + 1 };
    }
}
