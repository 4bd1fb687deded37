using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>Keyrings, section 1.3: what the encryptor asks of any keyring, and what it does when it doesn't get it.</summary>
public sealed class KeyringContractTests : IDisposable
{
    private readonly RawAesKeyring _keyring = new("ns", "name", new byte[32]);

    public void Dispose() => _keyring.Dispose();

    [Fact]
    public async Task A_keyring_that_completes_later_and_elsewhere_serves_as_well()
    {
        var gate = new TaskCompletionSource();
        var encryptor = new ItemEncryptor(Items.Configuration, new ScriptedKeyring(_keyring, gate.Task));
        var pending = encryptor.EncryptAsync(Items.Plain());
        Assert.False(pending.IsCompleted);
        gate.SetResult();

        var plain = await encryptor.DecryptAsync(await pending);
        Assert.Equal("078-05-1120", plain["Ssn"].S);
    }

    [Fact]
    public async Task Cancellation_stays_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var encryptor = new ItemEncryptor(Items.Configuration, new ScriptedKeyring(_keyring, Task.Delay(Timeout.Infinite, cancellation.Token)));
        var pending = encryptor.EncryptAsync(Items.Plain(), cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pending);
    }

    [Fact]
    public async Task S22_the_data_key_is_zeroed_when_the_item_is_written()
    {
        var keyring = new ScriptedKeyring(_keyring, Task.CompletedTask);
        await new ItemEncryptor(Items.Configuration, keyring).EncryptAsync(Items.Plain());

        Assert.Throws<InvalidOperationException>(() => keyring.Materials!.DataKey.Length);
    }

    [Fact]
    public async Task A_keyring_without_an_encrypted_data_key_is_an_error_and_nothing_is_written()
    {
        var encryptor = new ItemEncryptor(Items.Configuration, new EmptyKeyring());

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(async () => await encryptor.EncryptAsync(Items.Plain()));
        Assert.Equal("encrypted-data-key-count", error.Rule);
    }

    [Fact]
    public async Task An_item_that_cannot_be_written_or_verified_costs_no_key_access()
    {
        var keyring = new ScriptedKeyring(_keyring, Task.CompletedTask);
        var encryptor = new ItemEncryptor(Items.Configuration, keyring);
        var bad = Items.Plain();
        bad["Ssn"] = new() { N = "1e999" };
        await Assert.ThrowsAsync<InvalidItemException>(async () => await encryptor.EncryptAsync(bad));

        var stored = await new ItemEncryptor(Items.Configuration, _keyring).EncryptAsync(Items.Plain());
        stored["Added"] = new() { S = "x" };
        await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(stored));
        Assert.Equal(0, keyring.Calls);
    }

    private sealed class ScriptedKeyring(IKeyring inner, Task before) : IKeyring
    {
        public EncryptionMaterials? Materials { get; private set; }

        public int Calls { get; private set; }

        public async ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
        {
            Calls++;
            Materials = materials;
            await before;
            await inner.OnEncryptAsync(materials, cancellationToken);
        }

        public async ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken)
        {
            Calls++;
            await before;
            await inner.OnDecryptAsync(materials, encryptedDataKeys, cancellationToken);
        }
    }

    private sealed class EmptyKeyring : IKeyring
    {
        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
        {
            materials.GenerateDataKey();
            return default;
        }

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => default;
    }
}
