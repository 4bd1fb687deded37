using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>One change of a stored item.</summary>
/// <param name="What">The change in words, unique within its test.</param>
/// <param name="Item">The changed item.</param>
internal sealed record Mutation(string What, Dictionary<string, Value> Item)
{
    /// <summary>The item with one attribute's value replaced.</summary>
    public static Mutation Replace(string what, Dictionary<string, Value> item, string name, Value value)
        => new(what, new Dictionary<string, Value>(item) { [name] = value });
}
