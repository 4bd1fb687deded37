using System.Collections.Concurrent;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>All keys of all Regions, by ARN. Reads take no lock; whoever changes something takes <see cref="Gate"/>.</summary>
internal sealed class KeyDirectory(string account, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<KeyArn, KmsKey> _keys = new();

    public object Gate { get; } = new();

    public string Account => account;

    public TimeProvider Time => time;

    public IEnumerable<KmsKey> Keys => _keys.Values;

    public KmsKey Create(LocalKmsKeySpec spec, string region, bool multiRegion, string description, string? inAccount = null)
    {
        var arn = new KeyArn(region, inAccount ?? account, $"key/{KmsKey.NewId(multiRegion)}");
        return Add(new KmsKey(arn, KeyMaterial.Create(spec), region, time.GetUtcNow(), description));
    }

    public KmsKey Add(KmsKey key) => _keys.TryAdd(key.Arn, key) ? key : throw new KmsServiceException("AlreadyExistsException", $"{key.ArnText} already exists");

    /// <summary>Finds the key that a request names by ARN, id or alias.</summary>
    public KmsKey Find(string keyId, string region)
    {
        var arn = KeyArn.Parse(keyId, region, account);
        return _keys.TryGetValue(arn, out var key) ? key : throw KmsServiceException.NotFound($"Key '{arn}' does not exist");
    }

    /// <summary>Finds the key that a ciphertext names. Real ciphertexts of other keys look the same as none.</summary>
    public KmsKey FindSealer(ReadOnlySpan<byte> blob, string region)
    {
        var (owner, id) = CiphertextBlob.KeyOf(blob);
        return _keys.TryGetValue(new(region, owner, $"key/{id}"), out var key)
            ? key
            : throw new KmsServiceException("AccessDeniedException", "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.");
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Material.Dispose();
        }
    }
}
