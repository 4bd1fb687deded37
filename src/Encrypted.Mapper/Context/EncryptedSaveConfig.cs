using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper;

/// <summary>A <see cref="SaveConfig"/> with what only saves of encrypted entities know. Elsewhere it works as its base.</summary>
public sealed class EncryptedSaveConfig : SaveConfig
{
    /// <summary>How an entity with unprotected properties or extension data is saved.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with.</value>
    public SaveMode? Mode { get; set; }

    /// <summary>Whether attributes may be lost that the instance was loaded without.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with.</value>
    public UnknownAttributePolicy? UnknownAttributes { get; set; }
}
