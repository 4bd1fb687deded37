using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// What one item is encrypted with (keyrings, section 1.2). Only grows: a data key is set once, and encrypted data keys
/// are added together with their symmetric signing key. All keys are zeroed when the item is written.
/// </summary>
public sealed class EncryptionMaterials
{
    private readonly List<EncryptedDataKey> _encryptedDataKeys = new(1);
    private readonly List<SecretBuffer> _symmetricSigningKeys = new(1);
    private SecretBuffer? _dataKey;
    private RandomBytes _random;

    internal EncryptionMaterials(AlgorithmSuite suite, EncryptionContext encryptionContext)
    {
        AlgorithmSuite = suite;
        EncryptionContext = encryptionContext;
    }

    /// <summary>The algorithm suite.</summary>
    public AlgorithmSuite AlgorithmSuite { get; }

    /// <summary>The whole encryption context, which every wrapping must be bound to.</summary>
    public EncryptionContext EncryptionContext { get; }

    /// <summary>Whether there is a plaintext data key yet. The first keyring creates it.</summary>
    public bool HasDataKey => _dataKey is not null;

    /// <summary>The plaintext data key, 32 bytes. Valid until the materials are disposed.</summary>
    /// <exception cref="InvalidOperationException">There is no data key yet.</exception>
    public ReadOnlySpan<byte> DataKey => (_dataKey ?? throw new InvalidOperationException("The materials have no data key yet.")).Span;

    /// <summary>The encrypted data keys so far, in the order of the header.</summary>
    public IReadOnlyList<EncryptedDataKey> EncryptedDataKeys => _encryptedDataKeys;

    /// <summary>Creates the random data key.</summary>
    /// <exception cref="InvalidOperationException">There is a data key already.</exception>
    public void GenerateDataKey()
    {
        if (_dataKey is not null)
        {
            throw new InvalidOperationException("The materials have a data key already.");
        }

        _dataKey = SecretBuffer.Rent();
        FillRandom(_dataKey.Span);
    }

    /// <summary>Adds the data key as one recipient can unwrap it.</summary>
    /// <param name="encryptedDataKey">The encrypted data key.</param>
    /// <param name="symmetricSigningKey">The recipient's symmetric signing key, 32 bytes; copied.</param>
    /// <exception cref="InvalidOperationException">There is no data key that could have been wrapped.</exception>
    public void AddEncryptedDataKey(EncryptedDataKey encryptedDataKey, ReadOnlySpan<byte> symmetricSigningKey)
    {
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        ArgumentOutOfRangeException.ThrowIfNotEqual(symmetricSigningKey.Length, SecretBuffer.KeyLength);
        if (_dataKey is null)
        {
            throw new InvalidOperationException("The materials have no data key yet.");
        }

        _symmetricSigningKeys.Add(SecretBuffer.CopyOf(symmetricSigningKey));
        _encryptedDataKeys.Add(encryptedDataKey);
    }

    /// <summary>Fills the span with bytes of the system's cryptographic random generator.</summary>
    /// <param name="destination">What to fill.</param>
    public void FillRandom(Span<byte> destination)
    {
        // A keyring may wrap for several recipients at once, and no two of them may get the same bytes.
        lock (_encryptedDataKeys)
        {
            _random.Fill(destination);
        }
    }

    /// <summary>Zeroes all keys.</summary>
    internal void Dispose()
    {
        _dataKey?.Dispose();
        _dataKey = null;
        foreach (var key in _symmetricSigningKeys)
        {
            key.Dispose();
        }

        _symmetricSigningKeys.Clear();
        _random.Dispose();
    }

    internal ReadOnlySpan<byte> SymmetricSigningKey(int index) => _symmetricSigningKeys[index].Span;
}
