using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>The entity's own unsigned attributes that a write sets or removes. All others are left as they are in the table.</summary>
internal sealed class UnsignedChanges
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private UnsignedChanges()
    {
    }

    public IReadOnlyCollection<string> Names => _names;

    /// <param name="table">The table.</param>
    /// <param name="item">The plain item to be written.</param>
    /// <param name="loaded">What the instance was loaded from; without it every attribute counts as changed.</param>
    public static UnsignedChanges Of(EntityTable table, Dictionary<string, AttributeValue> item, LoadedState? loaded)
    {
        var changes = new UnsignedChanges();
        foreach (var name in table.Attributes.OwnUnsigned)
        {
            if (loaded is null || !ValueEquality.AreSame(item.GetValueOrDefault(name), loaded.Baseline.GetValueOrDefault(name)))
            {
                changes._names.Add(name);
            }
        }

        return changes;
    }

    public bool Contains(string name) => _names.Contains(name);
}
