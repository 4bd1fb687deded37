using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>Which attributes a search reads: whole rows always, since a part of an item can't be verified.</summary>
internal static class SearchSelection
{
    /// <summary>The selection to send, or <see langword="null"/> for the service's own: all attributes of a table, all projected ones of an index.</summary>
    public static Select? For(SelectValues requested, string? indexName)
    {
        if (requested == SelectValues.Count)
        {
            throw ContextErrors.NotSupported(UnsupportedMember.SelectCount);
        }

        // On a local secondary index the service fetches the attributes that the index doesn't hold from the table.
        return requested == SelectValues.AllAttributes && !string.IsNullOrEmpty(indexName) ? Select.ALL_ATTRIBUTES : null;
    }

    /// <summary>The SDK writes "no limit" as the largest number.</summary>
    public static int? Limit(int requested) => requested is > 0 and < int.MaxValue ? requested : null;
}
