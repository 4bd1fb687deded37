using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Writes and reads string-keyed dictionaries: M. Null values are stored as NULL; values that are left out vanish with their key, as in the SDK.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
internal static class DictionaryItems<T, TConversion>
    where TConversion : struct, IValueConversion<T>
{
    public static AttributeValue Write(IEnumerable<KeyValuePair<string, T>> entries, int count, in AttributePath path, ConversionOptions options)
    {
        var map = new Dictionary<string, AttributeValue>(count);
        var entryPath = path.Entry();
        foreach (var entry in entries)
        {
            Add(map, entry, in entryPath, options);
        }

        return MapConversion.Write(map);
    }

    public static AttributeValue Write(Dictionary<string, T> entries, in AttributePath path, ConversionOptions options)
    {
        var map = new Dictionary<string, AttributeValue>(entries.Count);
        var entryPath = path.Entry();
        foreach (var entry in entries)
        {
            Add(map, entry, in entryPath, options);
        }

        return MapConversion.Write(map);
    }

    public static void ReadInto<TDictionary>(TDictionary target, AttributeValue value, in AttributePath path, ConversionOptions options)
        where TDictionary : IDictionary<string, T>
    {
        var map = MapConversion.Read(value, in path);
        var entryPath = path.Entry();
        foreach (var entry in map)
        {
            target[entry.Key] = ListItems<T, TConversion>.Read(entry.Value, in entryPath, options);
        }
    }

    private static void Add(Dictionary<string, AttributeValue> map, KeyValuePair<string, T> entry, in AttributePath path, ConversionOptions options)
        => MapConversion.Set(map, entry.Key, entry.Value is null ? new AttributeValue { NULL = true } : TConversion.Write(entry.Value, in path, options));
}
