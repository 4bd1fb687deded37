using System.Collections.Concurrent;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>All keys of all Regions, by ARN, and the aliases. Reads take no lock; changes take one, and end with <see cref="Changed"/>.</summary>
internal sealed class KeyDirectory(string account, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<KeyArn, KmsKey> _keys = new();
    private readonly object _gate = new();

    public string Account => account;

    public TimeProvider Time => time;

    /// <summary>The IAM user that a caller is.</summary>
    public string ArnOf(string caller) => $"arn:aws:iam::{account}:user/{caller}";

    public AliasBook Aliases { get; } = new();

    public IEnumerable<KmsKey> Keys => _keys.Values.Where(key => !IsGone(key));

    /// <summary>Called within the lock after each change, before it is answered.</summary>
    public Action<KeyDirectory>? Changed { get; set; }

    public KmsKey Create(LocalKmsKeySpec spec, string region, bool multiRegion, string description, string? inAccount = null)
    {
        var arn = new KeyArn(region, inAccount ?? account, $"key/{KmsKey.NewId(multiRegion)}");
        var key = new KmsKey(arn, KeyMaterial.Create(spec), region, time.GetUtcNow(), description);
        Change(() => Add(key));
        return key;
    }

    public KmsKey Replicate(KmsKey primary, string region, string? description)
    {
        if (!primary.IsMultiRegion || primary.Arn.Region != primary.PrimaryRegion)
        {
            throw new KmsServiceException("UnsupportedOperationException", $"{primary.ArnText} is not a multi-Region primary key.");
        }

        var replica = new KmsKey(primary.Arn with { Region = region }, primary.Material, primary.PrimaryRegion, time.GetUtcNow(), description ?? primary.Description);
        Change(() => Add(replica));
        return replica;
    }

    public void Add(KmsKey key)
    {
        if (!_keys.TryAdd(key.Arn, key))
        {
            throw new KmsServiceException("AlreadyExistsException", $"{key.ArnText} already exists");
        }
    }

    /// <summary>Changes keys or aliases, one change at a time.</summary>
    public void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Changed?.Invoke(this);
        }
    }

    /// <summary>Finds the key that a request names by ARN, id or alias.</summary>
    public KmsKey Find(string keyId, string region)
    {
        var arn = KeyArn.Parse(keyId, region, account);
        return FindByArn(arn.IsAlias ? Aliases.Find(arn).Target : arn);
    }

    /// <summary>Finds the key that a request names by ARN or id; not by alias.</summary>
    public KmsKey FindWithoutAlias(string keyId, string region)
    {
        var arn = KeyArn.Parse(keyId, region, account);
        return arn.IsAlias ? throw new KmsServiceException("InvalidArnException", $"{arn} is not a key id or key ARN") : FindByArn(arn);
    }

    /// <summary>Finds a key by its full ARN, for code of this process.</summary>
    public KmsKey FindByArn(string keyArn) => FindByArn(KeyArn.Parse(keyArn));

    /// <summary>Finds the key that a ciphertext names. Ciphertexts of no key look to a caller like those of others' keys.</summary>
    public KmsKey FindSealer(ReadOnlySpan<byte> blob, string region)
    {
        var (owner, id) = CiphertextBlob.KeyOf(blob);
        return _keys.TryGetValue(new(region, owner, $"key/{id}"), out var key) && !IsGone(key)
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

    private KmsKey FindByArn(KeyArn arn)
        => _keys.TryGetValue(arn, out var key) && !IsGone(key) ? key : throw KmsServiceException.NotFound($"Key '{arn}' does not exist");

    private bool IsGone(KmsKey key) => key.DeletionDate is { } date && date <= time.GetUtcNow();
}
