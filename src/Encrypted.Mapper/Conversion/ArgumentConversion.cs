using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Values that callers give for keys, filters and conditions, converted as the attribute's property would be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ArgumentConversion
{
    /// <summary>Converts a value of the property's type; a number may be an integer of any width that fits.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <typeparam name="TConversion">Its conversion.</typeparam>
    /// <param name="value">The value given.</param>
    /// <param name="path">The attribute.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>The attribute value, or <see langword="null"/> where the property would be left out.</returns>
    /// <exception cref="InvalidItemException">The value is not of the property's type.</exception>
    public static AttributeValue? Write<T, TConversion>(object? value, in AttributePath path, ConversionOptions options)
        where TConversion : struct, IValueConversion<T>
    {
        if (value is null)
        {
            return null;
        }

        return TryWrite<T, TConversion>(value, in path, options, out var result) ? result : throw Error.ArgumentType(in path);
    }

    /// <summary>Converts a value of a collection property's type or of its element type.</summary>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <typeparam name="TConversion">Its conversion.</typeparam>
    /// <typeparam name="TElement">The element type.</typeparam>
    /// <typeparam name="TElementConversion">Its conversion.</typeparam>
    /// <param name="value">The value given.</param>
    /// <param name="path">The attribute.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>The attribute value, or <see langword="null"/> where the value would be left out.</returns>
    /// <exception cref="InvalidItemException">The value is of neither type.</exception>
    public static AttributeValue? Write<T, TConversion, TElement, TElementConversion>(object? value, in AttributePath path, ConversionOptions options)
        where TConversion : struct, IValueConversion<T>
        where TElementConversion : struct, IValueConversion<TElement>
    {
        if (value is null)
        {
            return null;
        }

        if (value is T whole)
        {
            return TConversion.Write(whole, in path, options);
        }

        return TryWrite<TElement, TElementConversion>(value, in path, options, out var result) ? result : throw Error.ArgumentType(in path);
    }

    private static bool TryWrite<T, TConversion>(object value, in AttributePath path, ConversionOptions options, out AttributeValue? result)
        where TConversion : struct, IValueConversion<T>
    {
        if (value is not T exact && !TryWiden(value, out exact))
        {
            result = null;
            return false;
        }

        result = TConversion.Write(exact, in path, options);
        return true;
    }

    private static bool TryWiden<T>(object value, out T result)
    {
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (IsInteger(value.GetType()) && IsNumber(target))
        {
            try
            {
                result = (T)Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
                return true;
            }
            catch (OverflowException)
            {
            }
        }

        result = default!;
        return false;
    }

    private static bool IsInteger(Type type)
        => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    private static bool IsNumber(Type type)
        => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
