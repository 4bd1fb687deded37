using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>What one item is decrypted with (keyrings, section 1.2). The data key is set once, by the keyring that unwrapped it. All keys are zeroed when the item is read.</summary>
public sealed class DecryptionMaterials
{
    private SecretBuffer? _dataKey;
    private SecretBuffer? _symmetricSigningKey;

    internal DecryptionMaterials(AlgorithmSuite suite, EncryptionContext encryptionContext)
    {
        AlgorithmSuite = suite;
        EncryptionContext = encryptionContext;
    }

    /// <summary>The algorithm suite of the item.</summary>
    public AlgorithmSuite AlgorithmSuite { get; }

    /// <summary>The whole encryption context: the pairs of the item's header and those derived from the item itself.</summary>
    public EncryptionContext EncryptionContext { get; }

    /// <summary>Whether a data key was unwrapped.</summary>
    public bool HasDataKey => _dataKey is not null;

    /// <summary>Sets the unwrapped keys.</summary>
    /// <param name="dataKey">The plaintext data key, 32 bytes; copied.</param>
    /// <param name="symmetricSigningKey">The recipient's symmetric signing key, 32 bytes; copied.</param>
    /// <exception cref="InvalidOperationException">There is a data key already.</exception>
    public void SetDataKey(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> symmetricSigningKey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dataKey.Length, SecretBuffer.KeyLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(symmetricSigningKey.Length, SecretBuffer.KeyLength);
        if (_dataKey is not null)
        {
            throw new InvalidOperationException("The materials have a data key already.");
        }

        _dataKey = SecretBuffer.CopyOf(dataKey);
        _symmetricSigningKey = SecretBuffer.CopyOf(symmetricSigningKey);
    }

    /// <summary>Zeroes all keys.</summary>
    internal void Dispose()
    {
        _dataKey?.Dispose();
        _symmetricSigningKey?.Dispose();
        _dataKey = null;
        _symmetricSigningKey = null;
    }

    internal ReadOnlySpan<byte> DataKey => _dataKey!.Span;

    internal ReadOnlySpan<byte> SymmetricSigningKey => _symmetricSigningKey!.Span;
}
