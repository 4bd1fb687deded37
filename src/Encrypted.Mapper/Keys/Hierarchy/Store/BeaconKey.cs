namespace Encrypted.Mapper.Keys;

/// <summary>The key that the beacons of a branch key's items are computed with (keyrings, section 13.7). It is never rotated. Zeroed on dispose.</summary>
public sealed class BeaconKey : IDisposable
{
    private readonly HeldKey _key;

    internal BeaconKey(string branchKeyId, ReadOnlySpan<byte> key)
    {
        BranchKeyId = branchKeyId;
        _key = new HeldKey(key);
    }

    /// <summary>The branch key's id.</summary>
    public string BranchKeyId { get; }

    /// <summary>Zeroes the key as soon as no operation uses it any more.</summary>
    public void Dispose() => _key.Dispose();

    internal HeldKey.Lease Use() => _key.Use();
}
