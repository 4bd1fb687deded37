using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;

namespace Encrypted.Mapper.KeyManagement.Tests.Memory;

/// <summary>What is left of keys in the memory of the process, looked for as whoever has a dump of it would.</summary>
public sealed class RawKeyMemoryTests
{
    [Fact]
    public async Task S22_A_raw_key_is_found_while_it_is_used_and_nowhere_after_its_context_is_disposed()
    {
        await using var lab = await KeyLab.CreateAsync();
        var (db, key) = Plant(lab);
        await WriteAndReadAsync(db);

        Assert.InRange(ProcessMemory.Count(key), 1, int.MaxValue);
        db.Dispose();

        Assert.Equal(0, ProcessMemory.Count(key));
    }

    // In a frame of its own, which is gone when memory is searched.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (EncryptedDynamoContext Context, MaskedBytes Key) Plant(KeyLab lab)
    {
        var key = GC.AllocateArray<byte>(32, pinned: true);
        RandomNumberGenerator.Fill(key);
        var context = lab.Context(dynamo => dynamo.UseRawAesKey("tests", "planted", key));
        var masked = new MaskedBytes(key);
        CryptographicOperations.ZeroMemory(key);
        return (context, masked);
    }

    private static async Task WriteAndReadAsync(EncryptedDynamoContext db)
    {
        for (var i = 0; i < 20; i++)
        {
            await db.SaveAsync(new Memo { Id = $"m{i}", Text = "text" });
            Assert.Equal("text", (await db.LoadAsync<Memo>($"m{i}")).Text);
        }
    }
}
