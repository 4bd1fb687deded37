using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Encrypted.Mapper.Context;

/// <summary>
/// The logical name that each physical table's items are bound to: the physical name, unless a restore was declared.
/// Two physical tables share a logical name only by declaration, else an item of one would verify in the other.
/// </summary>
internal sealed class LogicalTableNames(IReadOnlyDictionary<string, string> declared)
{
    private readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> _declared = declared.Keys.Select(TableName.Reduce).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a restore of this name, or one with an ARN of this name, was declared.</summary>
    public bool Declares(string reducedName) => _declared.Contains(reducedName);

    public string For(string physicalName)
    {
        var reduced = TableName.Reduce(physicalName);
        var owner = _owners.GetOrAdd(reduced, physicalName);
        if (declared.TryGetValue(physicalName, out var logical))
        {
            return logical;
        }

        // The declaration of a plain name holds for the ARN of that name, but for one table only.
        logical = declared.GetValueOrDefault(reduced, reduced);
        return string.Equals(owner, physicalName, StringComparison.Ordinal)
            ? logical
            : throw ContextErrors.LogicalNameShared(physicalName, owner, logical);
    }
}
