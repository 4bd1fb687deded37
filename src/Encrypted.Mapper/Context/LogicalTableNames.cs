using System.Collections.Concurrent;

namespace Encrypted.Mapper.Context;

/// <summary>
/// The logical name that each physical table's items are bound to: the physical name, unless a restore was declared.
/// Two physical tables share a logical name only by declaration, else an item of one would verify in the other.
/// </summary>
internal sealed class LogicalTableNames(IReadOnlyDictionary<string, string> declared)
{
    private readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.Ordinal);

    public string For(string physicalName)
    {
        var reduced = TableName.Reduce(physicalName);
        if (declared.TryGetValue(physicalName, out var logical) || declared.TryGetValue(reduced, out logical))
        {
            return logical;
        }

        var owner = _owners.GetOrAdd(reduced, physicalName);
        if (!string.Equals(owner, physicalName, StringComparison.Ordinal))
        {
            throw ContextErrors.LogicalNameShared(physicalName, owner, reduced);
        }

        return reduced;
    }
}
