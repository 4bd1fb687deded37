using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption;

/// <summary>
/// The encryption context of header version 2: every attribute whose legend says so, and a legend of their types in the
/// order of the UTF-8 bytes of their names (wire format, section 5.2), which isn't the canonical order.
/// </summary>
internal static class ContextLegend
{
    public static void Add(EncryptionContextBuilder builder, ItemLayout layout, ReadOnlySpan<SignedField> fields)
    {
        var included = new List<SignedField>();
        foreach (ref readonly var field in fields)
        {
            if (field.Legend == LegendSymbol.SignAndInclude)
            {
                included.Add(field);
            }
        }

        included.Sort(static (left, right) => left.Attribute.Utf8Name.SequenceCompareTo(right.Attribute.Utf8Name));
        var legend = new byte[included.Count];
        for (var i = 0; i < legend.Length; i++)
        {
            legend[i] = ContextAttributes.AddVersion2(builder, layout, included[i].Attribute, included[i].Value);
        }

        if (!builder.TryAdd(ContextKeys.Legend, legend))
        {
            throw Error.ContextSize(new(layout.Table, AttributeLocation.Unknown));
        }
    }
}
