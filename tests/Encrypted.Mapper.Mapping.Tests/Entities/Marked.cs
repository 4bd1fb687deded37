using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>A private constructor that is marked.</summary>
public sealed class Marked
{
    public Marked()
    {
    }

    [DynamoDBConstructor]
    private Marked(int value) => Value = value;

    public int Value { get; }

    public static Marked Of(int value) => new(value);
}
