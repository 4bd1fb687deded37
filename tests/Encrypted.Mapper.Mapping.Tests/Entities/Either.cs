namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Of the constructors whose parameters name members, the one with most parameters is called.</summary>
public sealed class Either
{
    public Either(int first)
        : this(first, -1)
    {
    }

    public Either(int first, int second) => (First, Second) = (first, second);

    public Either(int first, int second, string unknown)
        : this(first, second) => Unused = unknown;

    public int First { get; }

    public int Second { get; }

    [Amazon.DynamoDBv2.DataModel.DynamoDBIgnore]
    private string? Unused { get; set; }
}
