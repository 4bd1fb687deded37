namespace Encrypted.Mapper.Encryption;

/// <summary>Whether items without header and footer may be written or read (wire format, section 11).</summary>
public enum PlaintextPolicy
{
    /// <summary>The default: everything written is encrypted, an unencrypted item is refused.</summary>
    ForbidPlaintextWriteForbidPlaintextRead,

    /// <summary>Everything written is encrypted; an item with neither header nor footer is read as it is.</summary>
    ForbidPlaintextWriteAllowPlaintextRead,

    /// <summary>Items are written as they are; an item with neither header nor footer is read as it is.</summary>
    ForcePlaintextWriteAllowPlaintextRead,
}
