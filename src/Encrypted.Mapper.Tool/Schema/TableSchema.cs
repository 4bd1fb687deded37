using System.Runtime.ExceptionServices;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tool.KeyStore;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>A table's schema as a file states it. Whether the format accepts it shows when the encryptor is first asked for.</summary>
internal sealed class TableSchema(ItemEncryptorConfiguration configuration, Func<IKeyring> createKeyring, KeyringScope scope) : IDisposable
{
    private ItemEncryptor? _encryptor;
    private ExceptionDispatchInfo? _refusal;

    /// <summary>The table's encryptor. A refusal is the same for each item, as it is in the SDK itself.</summary>
    /// <exception cref="ModelConfigurationException">The format refuses the configuration or the key.</exception>
    /// <exception cref="KeyringRefusedException">The format refuses the key.</exception>
    public ItemEncryptor Encryptor => _encryptor ??= Create();

    /// <summary>Opens what the keyrings need of AWS, before the encryptor is asked for.</summary>
    /// <exception cref="KeyStoreCommandException">There are no credentials.</exception>
    public Task OpenAsync(AwsEndpoints endpoints) => scope.OpenAsync(endpoints);

    /// <summary>Zeroes the keys.</summary>
    public void Dispose() => scope.Dispose();

    private ItemEncryptor Create()
    {
        _refusal?.Throw();
        try
        {
            return new(configuration, createKeyring());
        }
        catch (Exception error) when (error is ModelConfigurationException or KeyringRefusedException)
        {
            _refusal = ExceptionDispatchInfo.Capture(error);
            throw;
        }
    }
}
