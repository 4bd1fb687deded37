using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption;

/// <summary>
/// Turns plain items into protected ones and back, in the item format of the AWS Database Encryption SDK. It is the only
/// place where plaintext turns into what is sent. Thread-safe.
/// </summary>
public sealed class ItemEncryptor
{
    /// <summary>Creates an encryptor for the items of one table.</summary>
    /// <param name="configuration">How the table's items are protected.</param>
    /// <param name="keyring">Wraps and unwraps the data keys.</param>
    /// <exception cref="ModelConfigurationException">The configuration breaks a rule of the format.</exception>
    public ItemEncryptor(ItemEncryptorConfiguration configuration, IKeyring keyring)
    {
        Configuration = configuration;
        _ = keyring;
    }

    /// <summary>How the table's items are protected.</summary>
    public ItemEncryptorConfiguration Configuration { get; }

    /// <summary>Encrypts and signs an item. The given item is not changed.</summary>
    /// <param name="item">The plain item.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>The protected item.</returns>
    /// <exception cref="InvalidItemException">The item can't be written in the format.</exception>
    public ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    /// <summary>Verifies and decrypts an item. The given item is not changed, and nothing is returned before everything is verified.</summary>
    /// <param name="item">The protected item.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>The plain item.</returns>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    public ValueTask<Dictionary<string, AttributeValue>> DecryptAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}
