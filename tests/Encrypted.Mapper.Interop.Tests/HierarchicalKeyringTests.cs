using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Keyrings, section 10, against the hierarchical keyring of <c>@aws-crypto/kms-keyring-node</c>, over one key store: the foreign one makes the branch keys, ours reads them through its cache.</summary>
public sealed class HierarchicalKeyringTests : IDisposable
{
    private readonly ForeignProgram _program;
    private readonly BranchKeyStore _ours;
    private readonly ForeignKeyStore _store;
    private readonly BranchKeyCache _cache;

    public HierarchicalKeyringTests(ForeignProgram program, KmsServer server, BranchKeyTable table)
    {
        var keyArn = server.Kms.CreateKey();
        _program = program;
        _ours = table.Ours(server, BranchKeyStoreKms.Key(keyArn));
        _store = table.Foreign(program, server, keyArn);
        _cache = new(_ours);
    }

    public static TheoryData<string> NamedContexts => Contexts.Names;

    public void Dispose() => _cache.Dispose();

    [Theory]
    [MemberData(nameof(NamedContexts))]
    public async Task What_ours_wraps_the_foreign_keyring_unwraps(string context)
    {
        var branchKeyId = await _store.CreateKeyAsync();

        await Exchange.OursIsReadByBothAsync(new HierarchicalKeyring(_cache, branchKeyId), Foreign(branchKeyId), Contexts.Named(context));
    }

    [Theory]
    [MemberData(nameof(NamedContexts))]
    public async Task What_the_foreign_keyring_wraps_ours_unwraps(string context)
    {
        var branchKeyId = await _store.CreateKeyAsync();

        await Exchange.ForeignIsReadByBothAsync(new HierarchicalKeyring(_cache, branchKeyId), Foreign(branchKeyId), Contexts.Named(context));
    }

    [Fact]
    public async Task A_branch_key_id_may_have_any_characters()
    {
        var branchKeyId = await _store.CreateKeyAsync("Straße/\U0001F511", new() { ["tenant"] = "Österreich" });
        var ours = new HierarchicalKeyring(_cache, branchKeyId);

        await Exchange.OursIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
    }

    [Fact]
    public async Task What_was_wrapped_under_an_earlier_version_both_unwrap()
    {
        var branchKeyId = await _store.CreateKeyAsync();
        var ours = new HierarchicalKeyring(_cache, branchKeyId);
        var (written, expected) = await Exchange.WriteAsync(ours, Contexts.Item());
        var wrapping = await Foreign(branchKeyId).WrapAsync(Contexts.Item());

        await _store.VersionKeyAsync(branchKeyId);
        using var later = new BranchKeyCache(_ours);
        var oursLater = new HierarchicalKeyring(later, branchKeyId);

        Assert.NotNull(await Foreign(branchKeyId).UnwrapAsync(written, Contexts.Item()));
        Assert.Equal(expected, await Exchange.ReadAsync(oursLater, written, Contexts.Item()));
        Assert.NotNull(await Exchange.ReadAsync(oursLater, Exchange.Complete(wrapping, Contexts.Item()), Contexts.Item()));
        await Exchange.OursIsReadByBothAsync(oursLater, Foreign(branchKeyId), Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(oursLater, Foreign(branchKeyId), Contexts.Item());

        // Its cached version is the one before, for writing; for reading it fetches what it needs.
        await Exchange.OursIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
    }

    [Fact]
    public async Task Both_refuse_under_another_context()
    {
        var branchKeyId = await _store.CreateKeyAsync();
        var ours = new HierarchicalKeyring(_cache, branchKeyId);
        var (written, _) = await Exchange.WriteAsync(ours, Contexts.Item());
        var foreignWritten = Exchange.Complete(await Foreign(branchKeyId).WrapAsync(Contexts.Item()), Contexts.Item());

        await Assert.ThrowsAsync<ForeignException>(() => Foreign(branchKeyId).UnwrapAsync(written, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(ours, written, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(ours, foreignWritten, Contexts.Other()));
    }

    [Fact]
    public async Task Both_refuse_another_branch_key()
    {
        var (branchKeyId, other) = (await _store.CreateKeyAsync(), await _store.CreateKeyAsync());
        var (written, _) = await Exchange.WriteAsync(new HierarchicalKeyring(_cache, other), Contexts.Item());

        await Assert.ThrowsAsync<ForeignException>(() => Foreign(branchKeyId).UnwrapAsync(written, Contexts.Item()));
        Assert.Null(await Exchange.ReadAsync(new HierarchicalKeyring(_cache, branchKeyId), written, Contexts.Item()));
    }

    private ForeignKeyring Foreign(string branchKeyId) => new(_program, new()
    {
        ["type"] = "hierarchical",
        ["store"] = _store.Description,
        ["branchKeyId"] = branchKeyId,
    });
}
