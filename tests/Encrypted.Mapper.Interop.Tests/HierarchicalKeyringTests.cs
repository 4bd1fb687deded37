using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Keyrings, section 10, against the hierarchical keyring of <c>@aws-crypto/kms-keyring-node</c>, over branch keys that its key store made.</summary>
public sealed class HierarchicalKeyringTests(ForeignProgram program, KmsServer server, BranchKeyTable table)
{
    private readonly ForeignKeyStore _store = table.Foreign(program, server, server.Kms.CreateKey());

    public static TheoryData<string> NamedContexts => Contexts.Names;

    [Theory]
    [MemberData(nameof(NamedContexts))]
    public async Task What_ours_wraps_the_foreign_keyring_unwraps(string context)
    {
        var branchKeyId = await _store.CreateKeyAsync();
        using var source = await SourceOfAsync(branchKeyId);

        await Exchange.OursIsReadByBothAsync(new HierarchicalKeyring(source, branchKeyId), Foreign(branchKeyId), Contexts.Named(context));
    }

    [Theory]
    [MemberData(nameof(NamedContexts))]
    public async Task What_the_foreign_keyring_wraps_ours_unwraps(string context)
    {
        var branchKeyId = await _store.CreateKeyAsync();
        using var source = await SourceOfAsync(branchKeyId);

        await Exchange.ForeignIsReadByBothAsync(new HierarchicalKeyring(source, branchKeyId), Foreign(branchKeyId), Contexts.Named(context));
    }

    [Fact]
    public async Task A_branch_key_id_may_have_any_characters()
    {
        var branchKeyId = await _store.CreateKeyAsync("Straße/\U0001F511", new() { ["tenant"] = "Österreich" });
        using var source = await SourceOfAsync(branchKeyId);
        var ours = new HierarchicalKeyring(source, branchKeyId);

        await Exchange.OursIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
    }

    [Fact]
    public async Task What_was_wrapped_under_an_earlier_version_both_unwrap()
    {
        var branchKeyId = await _store.CreateKeyAsync();
        using var source = await SourceOfAsync(branchKeyId);
        var ours = new HierarchicalKeyring(source, branchKeyId);
        var (written, expected) = await Exchange.WriteAsync(ours, Contexts.Item());
        var wrapping = await Foreign(branchKeyId).WrapAsync(Contexts.Item());

        await _store.VersionKeyAsync(branchKeyId);
        source.Add(KeyOf(await _store.GetActiveAsync(branchKeyId)));

        Assert.NotNull(await Foreign(branchKeyId).UnwrapAsync(written, Contexts.Item()));
        Assert.Equal(expected, await Exchange.ReadAsync(ours, written, Contexts.Item()));
        Assert.NotNull(await Exchange.ReadAsync(ours, Exchange.Complete(wrapping, Contexts.Item()), Contexts.Item()));
        await Exchange.OursIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(branchKeyId), Contexts.Item());
    }

    [Fact]
    public async Task Both_refuse_under_another_context()
    {
        var branchKeyId = await _store.CreateKeyAsync();
        using var source = await SourceOfAsync(branchKeyId);
        var ours = new HierarchicalKeyring(source, branchKeyId);
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
        using var source = await SourceOfAsync(branchKeyId, other);
        var (written, _) = await Exchange.WriteAsync(new HierarchicalKeyring(source, other), Contexts.Item());

        await Assert.ThrowsAsync<ForeignException>(() => Foreign(branchKeyId).UnwrapAsync(written, Contexts.Item()));
        Assert.Null(await Exchange.ReadAsync(new HierarchicalKeyring(source, branchKeyId), written, Contexts.Item()));
    }

    private static BranchKey KeyOf(ForeignBranchKey key) => new(key.Id, key.Version, Convert.FromHexString(key.Key));

    private async Task<InMemoryBranchKeySource> SourceOfAsync(params string[] branchKeyIds)
    {
        var source = new InMemoryBranchKeySource();
        foreach (var id in branchKeyIds)
        {
            source.Add(KeyOf(await _store.GetActiveAsync(id)));
        }

        return source;
    }

    private ForeignKeyring Foreign(string branchKeyId) => new(program, new()
    {
        ["type"] = "hierarchical",
        ["store"] = _store.Description,
        ["branchKeyId"] = branchKeyId,
    });
}
