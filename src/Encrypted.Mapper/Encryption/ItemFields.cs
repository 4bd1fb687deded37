using System.Buffers;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>Sorts the attributes of an item into those that the signature covers and those that it doesn't (wire format, sections 2.1 and 2.2).</summary>
internal static class ItemFields
{
    /// <summary>The fields of an item to be written: every attribute must be configured, unsigned, or among those whose action is given.</summary>
    public static SignedFields ForEncryption(ItemLayout layout, Dictionary<string, AttributeValue> item, IReadOnlyDictionary<string, CryptoAction>? unknown)
    {
        if (item.ContainsKey(ReservedNames.Header) || item.ContainsKey(ReservedNames.Footer))
        {
            throw Error.AlreadyProtected(layout.Table);
        }

        if (unknown is null)
        {
            return Collect(layout, item, static (layout, _) => throw Error.NoAction(layout.Table));
        }

        CheckActions(layout, unknown);
        return Collect(layout, item, (layout, name) => unknown.TryGetValue(name, out var action)
            ? CanonicalAttribute.TryCreateUnconfigured(layout.Utf8Table, name, action) ?? throw Error.NameLength(new(layout.Table, AttributeLocation.Unknown))
            : throw Error.NoAction(layout.Table));
    }

    // What was verified as signed must never be written unsigned.
    private static void CheckActions(ItemLayout layout, IReadOnlyDictionary<string, CryptoAction> unknown)
    {
        foreach (var (name, action) in unknown)
        {
            if (action == CryptoAction.DoNothing || layout.IsUnsigned(name))
            {
                throw Error.SignedButListedUnsigned(layout.Table, AttributeLocation.Unknown);
            }
        }
    }

    /// <summary>The fields of a stored item: every attribute in the signature's scope, whether or not it is configured.</summary>
    public static SignedFields ForDecryption(ItemLayout layout, Dictionary<string, AttributeValue> item)
        => Collect(layout, item, static (layout, name) => CanonicalAttribute.TryCreate(layout.Utf8Table, name, action: null)
            ?? throw Error.NameLength(new(layout.Table, AttributeLocation.Unknown)));

    private static SignedFields Collect(ItemLayout layout, Dictionary<string, AttributeValue> item, Func<ItemLayout, string, CanonicalAttribute> forUnknown)
    {
        var byRank = ArrayPool<AttributeValue?>.Shared.Rent(layout.Signed.Length);
        Array.Clear(byRank);
        List<(CanonicalAttribute Attribute, AttributeValue Value)>? others = null;
        try
        {
            foreach (var (name, value) in item)
            {
                if (layout.Find(name) is { } configured)
                {
                    if (configured.Rank >= 0)
                    {
                        byRank[configured.Rank] = value ?? throw Error.ValueShape(new(layout.Table, name));
                    }
                }
                else if (layout.IsUnsigned(name))
                {
                    CheckForm(value, layout);
                }
                else
                {
                    (others ??= []).Add((forUnknown(layout, name), value));
                }
            }

            return SignedFields.Order(byRank.AsSpan(0, layout.Signed.Length), layout.Signed, others);
        }
        finally
        {
            ArrayPool<AttributeValue?>.Shared.Return(byRank, clearArray: true);
        }
    }

    // The format converts an unsigned value too, unless the configuration names it, and refuses the item if that fails.
    private static void CheckForm(AttributeValue? value, ItemLayout layout)
    {
        using var discarded = new ScratchBuffer();
        ValueWriter.Write(discarded, value, new(layout.Table, AttributeLocation.Unknown));
    }
}
