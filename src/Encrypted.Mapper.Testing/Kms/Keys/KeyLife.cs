namespace Encrypted.Mapper.Testing.Kms;

/// <summary>A key's state, with the date of its deletion if that is scheduled.</summary>
internal sealed record KeyLife(KeyState State, DateTimeOffset? DeletionDate = null)
{
    public static KeyLife Enabled { get; } = new(KeyState.Enabled);

    public static KeyLife Disabled { get; } = new(KeyState.Disabled);
}
