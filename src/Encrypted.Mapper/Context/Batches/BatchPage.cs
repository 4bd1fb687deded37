using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>What is to be sent in one request, by identity.</summary>
/// <typeparam name="TEntry">What is read, or what is written.</typeparam>
internal sealed class BatchPage<TEntry>
    where TEntry : BatchEntry
{
    private readonly Dictionary<BatchKey, TEntry> _entries = [];

    /// <param name="entries">The entries.</param>
    /// <exception cref="InvalidItemException">Two of them have the same key.</exception>
    public BatchPage(IEnumerable<TEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (!_entries.TryAdd(BatchKey.Of(entry.Table, entry.Key)!.Value, entry))
            {
                throw ContextErrors.DuplicateInBatch(entry.Table.Name);
            }
        }

        Tables = new BatchTables(_entries.Values);
    }

    public int Count => _entries.Count;

    public IReadOnlyCollection<TEntry> Entries => _entries.Values;

    public BatchTables Tables { get; }

    /// <summary>Takes out the entry that an answer speaks of.</summary>
    /// <param name="tableName">The table by the answer.</param>
    /// <param name="item">The item or key in the answer.</param>
    /// <exception cref="ItemVerificationException">It wasn't asked for, or was answered twice.</exception>
    public TEntry Take(string tableName, Dictionary<string, AttributeValue> item)
    {
        var table = Tables.Find(tableName);
        return BatchKey.Of(table, item) is { } key && _entries.Remove(key, out var entry) ? entry : throw ContextErrors.OtherItemReturned(table.Name);
    }
}
