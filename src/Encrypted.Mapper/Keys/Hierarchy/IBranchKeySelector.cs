using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Chooses the branch key of an item, such as its tenant's, from what every reader knows of the item before it has a key
/// (wire format, section 5.5). Must give the same answer for the same attributes, always. Thread-safe.
/// </summary>
public interface IBranchKeySelector
{
    /// <summary>Chooses a branch key.</summary>
    /// <param name="attributes">
    /// With header version 1 the table's key attributes; with version 2 all attributes that are part of the encryption
    /// context, and <c>aws_dbe_table_name</c>, <c>aws_dbe_partition_name</c> and <c>aws_dbe_sort_name</c>. While reading they
    /// are not authenticated yet.
    /// </param>
    /// <returns>The branch key's id, not empty.</returns>
    string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes);
}
