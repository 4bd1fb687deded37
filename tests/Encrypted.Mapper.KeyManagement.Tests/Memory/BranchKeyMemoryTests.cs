using System.Runtime.CompilerServices;
using System.Text;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing.Tests.Processes;

namespace Encrypted.Mapper.KeyManagement.Tests.Memory;

/// <summary>What is left of a branch key that KMS gave out, in the memory of the process.</summary>
public sealed class BranchKeyMemoryTests
{
    [Fact]
    public async Task S22_A_branch_key_is_found_while_it_is_used_and_nowhere_after_its_context_is_disposed()
    {
        await using var lab = await KeyLab.CreateAsync();

        // In a process of its own: what it holds of keys isn't in this one's memory.
        using var kms = await KmsProcess.StartAsync();
        using var client = kms.Connect();
        using var clients = new KmsClientSupplier(_ => client);
        var store = new BranchKeyStore(
            new BranchKeyStoreConfiguration { TableName = lab.Store.TableName, Kms = BranchKeyStoreKms.Key(kms.Key) }, lab.Dynamo, clients);
        var id = await store.CreateKeyAsync();
        using var db = lab.Context(dynamo => dynamo.UseKeyStoreFrom(_ => store, id));
        for (var i = 0; i < 20; i++)
        {
            await db.SaveAsync(new Memo { Id = $"m{i}", Text = "text" });
            Assert.Equal("text", (await db.LoadAsync<Memo>($"m{i}")).Text);
        }

        var key = await MaskAsync(store, id);
        Assert.InRange(ProcessMemory.Count(key), 1, int.MaxValue);
        db.Dispose();

        Assert.Equal(0, ProcessMemory.Count(key));
    }

    // In a frame of its own, which is gone when memory is searched. The key is fetched once more, to know what to look for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<MaskedBytes> MaskAsync(BranchKeyStore store, string id)
    {
        using var materials = await store.GetActiveAsync(id);
        using var lease = materials.Key.Lease();
        return new MaskedBytes(lease.Key);
    }
}
