using System.Text;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>
/// What two encryptions of one item must have in common, although message id, keys and ciphertexts differ: version, suite,
/// legend, encryption context and the canonical plaintext.
/// </summary>
internal static class Essence
{
    public static string Of(Reading reading)
    {
        var text = new StringBuilder();
        text.Append("version ").Append(reading.Header!.Version).Append(", flavor ").Append(reading.Header.Flavor).AppendLine();
        text.Append("legend ").AppendLine(reading.Header.Legend);
        text.Append("stored context keys ").AppendJoin(", ", reading.Header.StoredContext.Keys).AppendLine();
        foreach (var pair in reading.Context.Where(p => p.Key != "aws-crypto-public-key").OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            text.Append("context ").Append(pair.Key).Append(" = ").AppendLine(pair.Value);
        }

        foreach (var field in reading.Fields)
        {
            text.Append(field.Letter).Append(' ').Append(Convert.ToHexString(field.Path)).Append(' ').Append(Convert.ToHexString(field.TypeId));
            text.Append(' ').AppendLine(Convert.ToHexString(field.PlainBytes));
        }

        return text.ToString();
    }
}
