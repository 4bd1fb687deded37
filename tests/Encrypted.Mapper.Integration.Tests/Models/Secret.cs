namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>The smallest entity: a partition key and an encrypted value.</summary>
public sealed class Secret
{
    public string? Key { get; set; }

    public string? Text { get; set; }
}
