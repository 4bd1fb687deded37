using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>
/// The footer as the name of one writing of an item: it covers the random message id, so that no two writings share one.
/// It is public, and says nothing of whether the item verifies.
/// </summary>
internal static class StoredFooter
{
    public static byte[] Of(Dictionary<string, AttributeValue> protectedItem) => BinaryContent.Of(protectedItem[ReservedNames.Footer].B).ToArray();

    public static bool IsSame(ReadOnlySpan<byte> footer, Dictionary<string, AttributeValue>? stored)
        => stored is not null
        && stored.TryGetValue(ReservedNames.Footer, out var value)
        && value.B is { } binary
        && PublicBytes.Equal(footer, BinaryContent.Of(binary));

    public static AttributeValue ToValue(byte[] footer) => new() { B = BinaryContent.ToStream(footer) };
}
