namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>An error that the foreign program threw: its JavaScript name, and the HTTP status if a service answered.</summary>
public sealed class ForeignException(string name, string message, int? status) : Exception($"{name}: {message}")
{
    public string Name { get; } = name;

    public int? Status { get; } = status;
}
