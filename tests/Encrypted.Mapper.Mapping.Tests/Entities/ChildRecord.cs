namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Fills inherited properties by a constructor of its own, in another order.</summary>
public sealed record ChildRecord(string Id, int Extra, string? Name)
    : ParentRecord(Id, Name)
{
    public string? Note { get; init; } = "none";
}
