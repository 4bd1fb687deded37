using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>The discriminator of polymorphic types. The set of types is closed: whoever isn't in it is refused, in both directions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PolymorphicConversion
{
    private const string Discriminator = "$type";

    /// <summary>Stores which type a map was written from.</summary>
    /// <param name="map">The item or map.</param>
    /// <param name="discriminator">The type's discriminator.</param>
    public static void Write(Dictionary<string, AttributeValue> map, string discriminator)
        => map[Discriminator] = new AttributeValue { S = discriminator };

    /// <summary>Reads which type a map was written from.</summary>
    /// <param name="map">The item or map.</param>
    /// <param name="path">Where it stands.</param>
    /// <returns>The discriminator, or <see langword="null"/> where there is none: the value is of the declared type itself.</returns>
    /// <exception cref="InvalidItemException">The stored discriminator is no string.</exception>
    public static string? Read(Dictionary<string, AttributeValue> map, in AttributePath path)
    {
        if (!MapConversion.TryGet(map, Discriminator, out var value))
        {
            return null;
        }

        return value.S ?? throw Error.AttributeType(in path);
    }

    /// <summary>The error for a type or discriminator outside the closed set.</summary>
    /// <param name="path">Where the value stands.</param>
    /// <returns>The error to throw.</returns>
    public static InvalidItemException UnknownType(in AttributePath path) => Error.UnknownType(in path);
}
