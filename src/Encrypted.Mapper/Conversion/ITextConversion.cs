using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Encrypted.Mapper.Conversion;

/// <summary>The conversion of a type whose values can stand in a string set or a number set.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextConversion<T> : IValueConversion<T>
{
    /// <summary>Whether the text is that of a number (NS) rather than a string (SS).</summary>
    static abstract bool IsNumber { get; }

    /// <summary>Formats a value as it stands in a set.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    static abstract string ToText(T value);

    /// <summary>Parses a string or number.</summary>
    /// <param name="text">The stored text.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is one of the type's.</returns>
    static abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}
