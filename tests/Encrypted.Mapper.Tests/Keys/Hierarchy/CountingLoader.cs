using System.Security.Cryptography;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>A key store in memory that counts what it is asked for, fails on demand and answers when it is let.</summary>
internal sealed class CountingLoader : IBranchKeyLoader
{
    public static readonly DateTimeOffset Created = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly Dictionary<Guid, DateTimeOffset?> _times = [];

    public string Name { get; init; } = "loader";

    public string? Identity { get; init; }

    public Guid Active { get; private set; }

    public int ActiveCalls { get; private set; }

    public int VersionCalls { get; private set; }

    public Func<Exception>? Failure { get; set; }

    /// <summary>What each load waits for before it answers.</summary>
    public Func<CancellationToken, Task> Delay { get; set; } = _ => Task.CompletedTask;

    /// <summary>The key of the last answer.</summary>
    public BranchKey? Given { get; private set; }

    public int Calls => ActiveCalls + VersionCalls;

    public static byte[] KeyOf(string id, Guid version) => SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(id), .. version.ToByteArray()]);

    public Guid Rotate(DateTimeOffset? time)
    {
        Active = Guid.NewGuid();
        _times[Active] = time;
        return Active;
    }

    public void Forget(Guid version) => _times.Remove(version);

    public void PutBack(Guid version) => Active = version;

    public async Task<BranchKeyMaterials> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ActiveCalls++;
        }

        await AnswerAsync(cancellationToken);
        return Materials(branchKeyId, Active);
    }

    public async Task<BranchKeyMaterials?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            VersionCalls++;
        }

        await AnswerAsync(cancellationToken);
        return _times.ContainsKey(version) ? Materials(branchKeyId, version) : null;
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        await Delay(cancellationToken);
        if (Failure is { } failure)
        {
            throw failure();
        }
    }

    private BranchKeyMaterials Materials(string id, Guid version)
    {
        var key = new BranchKey(id, version, KeyOf(id, version));
        Given = key;
        return new(key, _times[version], new Dictionary<string, string>());
    }
}
