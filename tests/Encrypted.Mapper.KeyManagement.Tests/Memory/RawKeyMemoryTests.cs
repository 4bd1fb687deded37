using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task S22_A_registrations_raw_key_is_found_nowhere_after_its_providers_and_its_services_are_gone()
    {
        await using var lab = await KeyLab.CreateAsync();
        var key = await UseAndForgetAsync(lab);

        // Onto a stack of its own: otherwise this is what that method's last step calls, with the services still in its hands.
        await Task.Yield();
        Assert.Equal(0, ProcessMemory.Count(key));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<MaskedBytes> UseAndForgetAsync(KeyLab lab)
    {
        var (services, key) = Register(lab);
        for (var i = 0; i < 2; i++)
        {
            await using var provider = services.BuildServiceProvider();
            await WriteAndReadAsync(provider.GetRequiredService<EncryptedDynamoContext>());
        }

        Assert.InRange(ProcessMemory.Count(key), 1, int.MaxValue);
        return key;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (IServiceCollection Services, MaskedBytes Key) Register(KeyLab lab)
    {
        var key = GC.AllocateArray<byte>(32, pinned: true);
        RandomNumberGenerator.Fill(key);
        var services = lab.Services(dynamo => dynamo.UseRawAesKey("tests", "planted", key));
        var masked = new MaskedBytes(key);
        CryptographicOperations.ZeroMemory(key);
        return (services, masked);
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
