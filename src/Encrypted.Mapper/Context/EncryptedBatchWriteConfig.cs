using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper;

/// <summary>A <see cref="BatchWriteConfig"/> with what only batches of encrypted entities know. Elsewhere it works as its base.</summary>
public sealed class EncryptedBatchWriteConfig : BatchWriteConfig
{
    /// <summary>How entities with unprotected properties or extension data are saved. A batch can do so by <see cref="SaveMode.Replace"/> alone.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with.</value>
    public SaveMode? Mode { get; set; }

    /// <summary>Whether attributes may be lost that an instance was loaded without.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with.</value>
    public UnknownAttributePolicy? UnknownAttributes { get; set; }
}
