namespace Encrypted.Mapper.Model;

/// <summary>What is done with one top-level attribute of an item. The names are those of DB-ESDK (wire format, section 2).</summary>
public enum CryptoAction
{
    /// <summary>The value is encrypted, and the ciphertext is signed.</summary>
    EncryptAndSign,

    /// <summary>The value is stored in clear and signed.</summary>
    SignOnly,

    /// <summary>The value is stored in clear, signed, and made part of the encryption context of every key wrapping.</summary>
    SignAndIncludeInEncryptionContext,

    /// <summary>The value is stored in clear and not signed.</summary>
    DoNothing,
}
