namespace Encrypted.Mapper.Benchmarks.Items;

/// <summary>The items that are compared with the floor.</summary>
public enum ItemSize
{
    /// <summary>1 KB in 10 attributes, 5 of them encrypted.</summary>
    OneKilobyte,

    /// <summary>100 KB in 10 attributes, 5 of them encrypted.</summary>
    HundredKilobytes,
}
