using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper;

/// <summary>The settings of one <c>UpdateAsync</c>.</summary>
public sealed class UpdateConfig : BaseOperationConfig
{
    internal const int DefaultMaxAttempts = 20;

    /// <summary>How often the item may be read, changed and written before the update gives up.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with, 20 unless changed. At least 1.</value>
    public int? MaxAttempts { get; set; }

    /// <summary>Whether the version of a versioned entity is left as it is. The update is still lost to no other writer.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with.</value>
    public bool? SkipVersionCheck { get; set; }

    /// <summary>Whether times are read with kind UTC rather than local.</summary>
    /// <value>The default is <see langword="null"/>: what the context was configured with.</value>
    public bool? RetrieveDateTimeInUtc { get; set; }
}
