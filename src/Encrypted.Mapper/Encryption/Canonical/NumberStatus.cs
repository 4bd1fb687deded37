namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>Whether a number's text can be stored (wire format, section 7.3).</summary>
internal enum NumberStatus
{
    Ok,

    /// <summary>Not of the grammar.</summary>
    Malformed,

    /// <summary>More than 38 significant digits.</summary>
    TooManyDigits,

    /// <summary>The magnitude is outside 1e-130 … 1e126.</summary>
    OutOfRange,
}
