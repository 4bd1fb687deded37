using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Encryption;

/// <summary>Takes header and footer out of a stored item. The bytes are copied, so that what is verified can't change meanwhile.</summary>
internal static class StoredBinary
{
    public static byte[] OfHeader(Dictionary<string, AttributeValue> item, string table)
    {
        if (!item.TryGetValue(ReservedNames.Header, out var value))
        {
            throw item.ContainsKey(ReservedNames.Footer) ? Error.HeaderMissing(table) : Error.NotProtected(table);
        }

        return TryGet(value) ?? throw Error.HeaderMalformed(table, "it isn't binary");
    }

    public static byte[] OfFooter(Dictionary<string, AttributeValue> item, string table)
    {
        if (!item.TryGetValue(ReservedNames.Footer, out var value))
        {
            throw Error.FooterMissing(table);
        }

        return TryGet(value) ?? throw Error.FooterMalformed(table, "it isn't binary");
    }

    private static byte[]? TryGet(AttributeValue? value)
        => AttributeTypes.TryGetType(value, out var type) && type == AttributeType.Binary ? BinaryContent.Of(value!.B).ToArray() : null;
}
