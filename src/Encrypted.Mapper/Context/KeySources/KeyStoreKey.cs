using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>The branch keys of a key store: one for all items, chosen by a selector, or named by an attribute of each item's key.</summary>
internal sealed class KeyStoreKey : OpenedKey
{
    private readonly BranchKeyCache _cache;
    private readonly string? _branchKeyId;
    private readonly HierarchicalKeyring? _shared;
    private readonly bool _selected;

    public KeyStoreKey(BranchKeyCache cache, string? branchKeyId, IBranchKeySelector? selector)
    {
        _cache = cache;
        _branchKeyId = branchKeyId;
        _selected = selector is not null;
        _shared = selector is not null ? new HierarchicalKeyring(cache, selector)
            : branchKeyId is not null ? new HierarchicalKeyring(cache, branchKeyId)
            : null;
    }

    public override IKeyring KeyringOf(string tableName, string? branchKeyAttribute)
    {
        if (branchKeyAttribute is null)
        {
            return _shared ?? throw ContextErrors.BranchKeyMissing(tableName);
        }

        // Which of the two is meant isn't for us to guess: the other one's items would become unreadable.
        return _selected
            ? throw ContextErrors.BranchKeyAmbiguous(tableName, branchKeyAttribute)
            : new HierarchicalKeyring(_cache, new AttributeBranchKeySelector(branchKeyAttribute));
    }

    public override Task WarmUpAsync(IReadOnlyCollection<string> branchKeyIds, CancellationToken cancellationToken)
        => _cache.WarmUpAsync(_branchKeyId is null ? branchKeyIds : [_branchKeyId, .. branchKeyIds], cancellationToken);

    public override void Dispose() => _cache.Dispose();
}
