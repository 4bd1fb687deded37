namespace Encrypted.Mapper.Mapping.Tests.Entities;

public abstract class PrivateBase
{
    public string? Inherited { get; private set; } = "inherited";

    private int Hidden { get; set; } = 3;

    public string Seen => $"{Inherited} {Hidden} {Own}";

    protected virtual string? Own { get; set; }

    protected void SetBase(string? inherited, int hidden) => (Inherited, Hidden) = (inherited, hidden);
}
