using System.ComponentModel;

namespace Encrypted.Mapper.Conversion;

/// <summary>The conversion of a type whose values can stand in a binary set.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBinaryConversion<T> : IValueConversion<T>
{
    /// <summary>The bytes as the SDK sends them.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A stream at its start.</returns>
    static abstract MemoryStream ToStream(T value);

    /// <summary>The value of stored bytes.</summary>
    /// <param name="stream">The stored bytes.</param>
    /// <returns>The value.</returns>
    static abstract T FromStream(MemoryStream stream);
}
