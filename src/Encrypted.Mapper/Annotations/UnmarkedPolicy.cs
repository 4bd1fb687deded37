namespace Encrypted.Mapper;

/// <summary>How a property of an encrypted entity without a protection attribute is treated.</summary>
public enum UnmarkedPolicy
{
    /// <summary>As if marked <see cref="EncryptedAttribute"/>: the forgotten attribute gets encrypted.</summary>
    Encrypt,

    /// <summary>As if marked <see cref="SignedOnlyAttribute"/>: readable in the table, and signed.</summary>
    SignOnly,
}
