using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Encryption.Header;
using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption;

/// <summary>
/// Turns plain items into protected ones and back, in the item format of the AWS Database Encryption SDK (wire format,
/// section 10). It is the only place where plaintext turns into what is sent, and makes no network calls of its own.
/// Thread-safe.
/// </summary>
public sealed class ItemEncryptor
{
    private readonly ItemLayout _layout;
    private readonly IKeyring _keyring;
    private readonly SigningKeyCache _signingKeys;
    private readonly VerificationKeyCache _verificationKeys = new();

    /// <summary>Creates an encryptor for the items of one table.</summary>
    /// <param name="configuration">How the table's items are protected.</param>
    /// <param name="keyring">Wraps and unwraps the data keys. It isn't disposed by the encryptor.</param>
    /// <exception cref="ModelConfigurationException">The configuration breaks a rule of the format.</exception>
    public ItemEncryptor(ItemEncryptorConfiguration configuration, IKeyring keyring)
        : this(configuration, keyring, TimeProvider.System)
    {
    }

    internal ItemEncryptor(ItemEncryptorConfiguration configuration, IKeyring keyring, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(keyring);
        Configuration = configuration;
        _keyring = keyring;
        _layout = new ItemLayout(configuration);
        _signingKeys = new SigningKeyCache(configuration.ReuseSigningKey, time);
    }

    /// <summary>How the table's items are protected.</summary>
    public ItemEncryptorConfiguration Configuration { get; }

    /// <summary>
    /// Reads what an item's header says of itself, without keys. <b>Nothing of it is authenticated</b>: whoever can write the
    /// table can have written it.
    /// </summary>
    /// <param name="item">A protected item. Attributes other than the header aren't looked at.</param>
    /// <returns>The description.</returns>
    /// <exception cref="ItemVerificationException">The item has no header, or a malformed one.</exception>
    public static ItemDescription Describe(Dictionary<string, AttributeValue> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(HeaderReader.Read(StoredBinary.OfHeader(item, AttributeLocation.Unknown), AttributeLocation.Unknown));
    }

    /// <summary>Encrypts and signs an item. The given item is not changed; attributes that stay in clear are shared with the result.</summary>
    /// <param name="item">The plain item. It must not be changed before the task ends.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>The protected item: a new dictionary that the caller owns.</returns>
    /// <exception cref="InvalidItemException">The item can't be written in the format.</exception>
    /// <exception cref="KeyUnavailableException">The key can't be reached or used.</exception>
    public ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default)
        => EncryptAsync(item, unknown: null, cancellationToken);

    /// <summary>Encrypts and signs an item that also has attributes without a configured action, each in the way given for it.</summary>
    internal async ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(
        Dictionary<string, AttributeValue> item, IReadOnlyDictionary<string, Model.CryptoAction>? unknown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        RequireForWriting(item);
        if (Configuration.PlaintextPolicy == PlaintextPolicy.ForcePlaintextWriteAllowPlaintextRead)
        {
            return new Dictionary<string, AttributeValue>(item);
        }

        using var encryption = ItemEncryption.Begin(_layout, Configuration.AlgorithmSuite, item, unknown, _signingKeys, _keyring as ISigningScope);
        await _keyring.OnEncryptAsync(encryption.Materials, cancellationToken).ConfigureAwait(false);
        if (!encryption.Materials.HasDataKey)
        {
            throw Error.EncryptedDataKeyCount();
        }

        return encryption.Finish();
    }

    /// <summary>Verifies and decrypts an item. The given item is not changed, and nothing is returned before everything is verified.</summary>
    /// <param name="item">The protected item, with all its attributes. It must not be changed before the task ends.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>The plain item: a new dictionary that the caller owns.</returns>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="KeyUnavailableException">The key can't be reached or used.</exception>
    public async ValueTask<Dictionary<string, AttributeValue>> DecryptAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default)
    {
        return (await VerifyAsync(item, cancellationToken).ConfigureAwait(false)).Item;
    }

    /// <summary>As <see cref="DecryptAsync"/>, and tells how attributes are protected that the configuration doesn't name.</summary>
    internal async ValueTask<VerifiedItem> VerifyAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        RequireStoredKeys(item);
        if (IsReadablePlaintext(item))
        {
            return new VerifiedItem(new Dictionary<string, AttributeValue>(item), Unknown: null);
        }

        using var decryption = BeginDecryption(item);
        await _keyring.OnDecryptAsync(decryption.Materials, decryption.EncryptedDataKeys, cancellationToken).ConfigureAwait(false);
        return decryption.Finish();
    }

    /// <summary>Disposes the signing pairs at once, rather than when their time is over. What is encrypted afterwards gets a pair of its own.</summary>
    internal void ReleaseSigningKeys() => _signingKeys.Close();

    private ItemDecryption BeginDecryption(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return ItemDecryption.Begin(_layout, item, _verificationKeys);
        }
        catch (InvalidItemException error)
        {
            throw Error.StoredValueInvalid(error);
        }
    }

    private bool IsReadablePlaintext(Dictionary<string, AttributeValue> item)
        => Configuration.PlaintextPolicy != PlaintextPolicy.ForbidPlaintextWriteForbidPlaintextRead
        && !item.ContainsKey(ReservedNames.Header)
        && !item.ContainsKey(ReservedNames.Footer);

    private void RequireForWriting(Dictionary<string, AttributeValue> item)
    {
        foreach (var key in _layout.Keys)
        {
            if (!item.ContainsKey(key.Name))
            {
                throw Error.KeyMissing(_layout.Table, key.Name);
            }
        }

        foreach (var attribute in _layout.HasContextAttributes ? _layout.Signed : [])
        {
            if (attribute.Action == Model.CryptoAction.SignAndIncludeInEncryptionContext && !item.ContainsKey(attribute.Name))
            {
                throw Error.ContextAttributeMissing(_layout.Table, attribute.Name);
            }
        }
    }

    private void RequireStoredKeys(Dictionary<string, AttributeValue> item)
    {
        foreach (var key in _layout.Keys)
        {
            if (!item.ContainsKey(key.Name))
            {
                throw Error.StoredKeyMissing(_layout.Table, key.Name);
            }
        }
    }
}
