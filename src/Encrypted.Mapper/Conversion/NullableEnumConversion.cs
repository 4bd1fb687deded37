using System.ComponentModel;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Nullable enums: a map with the single member <c>value__</c>. The SDK has no converter for them and maps them as the
/// struct they are, and items must look as it writes them. A plain number or name is read too.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
/// <typeparam name="TUnderlying">Its underlying type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableEnumConversion<T, TUnderlying> : IValueConversion<T?>
    where T : struct, Enum
    where TUnderlying : struct, IBinaryInteger<TUnderlying>
{
    private const string Field = "value__";

    /// <inheritdoc/>
    public static AttributeValue? Write(T? value, in AttributePath path, ConversionOptions options)
    {
        if (value is not { } present)
        {
            return null;
        }

        var map = new Dictionary<string, AttributeValue>(1);
        MapConversion.Set(map, Field, EnumConversion<T, TUnderlying>.Write(present, path.Child(Field), options));
        return MapConversion.Write(map);
    }

    /// <inheritdoc/>
    public static T? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        if (!value.IsMSet)
        {
            return EnumConversion<T, TUnderlying>.Read(value, in path, options);
        }

        return MapConversion.TryGet(value.M, Field, out var field)
            ? EnumConversion<T, TUnderlying>.Read(field, path.Child(Field), options)
            : default(T);
    }
}
