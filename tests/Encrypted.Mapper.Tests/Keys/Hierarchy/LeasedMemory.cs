using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>The memory of a key, beyond the time of its lease. It is pinned for as long as the array lives, which this keeps alive.</summary>
internal static class LeasedMemory
{
    public static Func<byte[]> Watch(BranchKeyLease lease)
    {
        var held = typeof(BranchKeyLease).GetField("_key", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(lease)!;
        var key = (HeldKey)held;
        return () => key.HeldBytes.ToArray();
    }
}
