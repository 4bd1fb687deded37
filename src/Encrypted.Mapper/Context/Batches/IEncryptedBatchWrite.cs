using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>A batch of writes of one encrypted entity type, as the writer sees it.</summary>
internal interface IEncryptedBatchWrite : IBatchWrite
{
    BatchWriter Writer { get; }

    /// <summary>The puts and deletions, for one execution.</summary>
    IEnumerable<WriteEntry> Entries();
}
