using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Enums: N with the underlying value. Names are read too.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <typeparam name="TUnderlying">Its underlying type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumConversion<T, TUnderlying> : IValueConversion<T>
    where T : struct, Enum
    where TUnderlying : struct, IBinaryInteger<TUnderlying>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(T value, in AttributePath path, ConversionOptions options)
        => IntegerConversion<TUnderlying>.Write(Unsafe.BitCast<T, TUnderlying>(value), in path, options);

    /// <inheritdoc/>
    public static T Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.N is { } number && IntegerConversion<TUnderlying>.TryParse(number, out var underlying))
        {
            return Unsafe.BitCast<TUnderlying, T>(underlying);
        }

        if (value.S is { } name && Enum.TryParse<T>(name, out var named))
        {
            return named;
        }

        return value.NULL == true ? default : throw Error.AttributeType(in path);
    }
}
