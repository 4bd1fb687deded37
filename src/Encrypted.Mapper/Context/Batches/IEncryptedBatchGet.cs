using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>A batch of keys of one encrypted entity type, as the reader sees it.</summary>
internal interface IEncryptedBatchGet : IBatchGet
{
    BatchReader Reader { get; }

    /// <summary>The keys to be read, for one execution.</summary>
    IReadOnlyList<ReadEntry> Entries();

    /// <summary>Verifies and decrypts what was read, and keeps it.</summary>
    Task VerifyAsync(IReadOnlyList<ReadEntry> entries, CancellationToken cancellationToken);

    /// <summary>Makes what was verified the batch's results.</summary>
    void Publish();
}
