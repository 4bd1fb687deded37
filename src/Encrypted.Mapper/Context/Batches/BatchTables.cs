namespace Encrypted.Mapper.Context.Batches;

/// <summary>The tables of a request, to tell which of them an answer speaks of.</summary>
internal sealed class BatchTables
{
    private readonly Dictionary<string, EntityTable> _byName = new(StringComparer.Ordinal);

    public BatchTables(IEnumerable<BatchEntry> entries)
    {
        foreach (var entry in entries)
        {
            _byName[entry.Table.Name] = entry.Table;
        }
    }

    /// <summary>The names, for messages.</summary>
    public string Names => string.Join(", ", _byName.Keys);

    /// <summary>Finds a table by the name in an answer, which may be the plain one where the request gave an ARN.</summary>
    /// <exception cref="ItemVerificationException">The table wasn't asked for.</exception>
    public EntityTable Find(string answered)
    {
        if (_byName.TryGetValue(answered, out var table))
        {
            return table;
        }

        var reduced = TableName.Reduce(answered);
        foreach (var (name, candidate) in _byName)
        {
            if (string.Equals(TableName.Reduce(name), reduced, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        throw ContextErrors.OtherItemReturned(Names);
    }
}
