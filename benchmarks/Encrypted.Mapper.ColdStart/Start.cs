namespace Encrypted.Mapper.ColdStart;

/// <summary>How a process starts, before its first save is timed.</summary>
internal enum Start
{
    /// <summary>The stock context, without encryption.</summary>
    Stock,

    /// <summary>An AWS KMS key that is used directly.</summary>
    KmsKey,

    /// <summary>A branch key, which the first save fetches.</summary>
    BranchKey,

    /// <summary>A branch key that was fetched ahead.</summary>
    WarmBranchKey,
}
