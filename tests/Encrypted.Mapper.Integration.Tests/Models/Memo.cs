namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>An entity with an unsigned member and no version.</summary>
public sealed class Memo
{
    public string? Id { get; set; }

    /// <summary>Encrypted.</summary>
    public string? Text { get; set; }

    /// <summary>Signed.</summary>
    public string? Topic { get; set; }

    /// <summary>Neither encrypted nor signed.</summary>
    public string? Color { get; set; }
}
