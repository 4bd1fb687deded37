using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Items and the maps in them, as generated code fills and reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapConversion
{
    /// <summary>Adds a member unless its value is left out.</summary>
    /// <param name="map">The item or map.</param>
    /// <param name="name">The attribute's or member's name.</param>
    /// <param name="value">The value, or <see langword="null"/> to leave it out.</param>
    public static void Set(Dictionary<string, AttributeValue> map, string name, AttributeValue? value)
    {
        if (value is not null)
        {
            map[name] = value;
        }
    }

    /// <summary>Finds a member.</summary>
    /// <param name="map">The item or map.</param>
    /// <param name="name">The attribute's or member's name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the member exists.</returns>
    public static bool TryGet(Dictionary<string, AttributeValue> map, string name, [NotNullWhen(true)] out AttributeValue? value)
        => map.TryGetValue(name, out value) && value is not null;

    /// <summary>Makes a map an attribute value.</summary>
    /// <param name="map">The members.</param>
    /// <returns>The value M.</returns>
    public static AttributeValue Write(Dictionary<string, AttributeValue> map)
        => map.Count == 0 ? new AttributeValue { M = map, IsMSet = true } : new AttributeValue { M = map };

    /// <summary>The members of a map.</summary>
    /// <param name="value">The stored value, not a null.</param>
    /// <param name="path">Where the value stands.</param>
    /// <returns>The members.</returns>
    /// <exception cref="InvalidItemException">The value is not a map.</exception>
    public static Dictionary<string, AttributeValue> Read(AttributeValue value, in AttributePath path)
        => value.IsMSet ? value.M : throw Error.AttributeType(in path);
}
