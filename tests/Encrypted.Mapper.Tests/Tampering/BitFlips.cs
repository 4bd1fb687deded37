using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>Every value that differs from a given one in a single bit: of a byte, of a UTF-16 unit of a text, or of a truth value.</summary>
internal static class BitFlips
{
    public static IEnumerable<Mutation> OfAttribute(Dictionary<string, Value> item, string name)
        => Of(item[name]).Select(flip => Mutation.Replace($"{name}: {flip.Where}", item, name, flip.Value));

    private static IEnumerable<(string Where, Value Value)> Of(Value value) => value.Type switch
    {
        "S" => OfText(value.Text).Select(f => (f.Where, Value.S(f.Text))),
        "N" => OfText(value.Text).Select(f => (f.Where, Value.N(f.Text))),
        "B" => OfBytes(value.Bytes).Select(f => (f.Where, Value.B(f.Bytes))),
        "BOOL" => [("truth", Value.Bool(!value.Flag))],
        "NULL" => [("truth", Value.Null(!value.Flag))],
        "SS" => OfMembers(value.Texts, OfText).Select(f => (f.Where, Value.SS(f.Members))),
        "NS" => OfMembers(value.Texts, OfText).Select(f => (f.Where, Value.NS(f.Members))),
        "BS" => OfMembers(value.Blobs, OfBytes).Select(f => (f.Where, Value.BS(f.Members))),
        "L" => OfMembers(value.Elements, Of).Select(f => (f.Where, Value.L(f.Members))),
        _ => OfEntries(value.Entries),
    };

    private static IEnumerable<(string Where, string Text)> OfText(string text)
        => from unit in Enumerable.Range(0, text.Length)
           from bit in Enumerable.Range(0, 16)
           select ($"unit {unit} bit {bit}", text[..unit] + (char)(text[unit] ^ (1 << bit)) + text[(unit + 1)..]);

    private static IEnumerable<(string Where, byte[] Bytes)> OfBytes(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = (byte[])bytes.Clone();
                flipped[at] ^= (byte)(1 << bit);
                yield return ($"byte {at} bit {bit}", flipped);
            }
        }
    }

    private static IEnumerable<(string Where, List<T> Members)> OfMembers<T>(List<T> members, Func<T, IEnumerable<(string Where, T Member)>> flips)
        => from index in Enumerable.Range(0, members.Count)
           from flip in flips(members[index])
           select ($"member {index} {flip.Where}", members.Select((member, i) => i == index ? flip.Member : member).ToList());

    private static IEnumerable<(string Where, Value Value)> OfEntries(Dictionary<string, Value> entries)
    {
        foreach (var (key, value) in entries)
        {
            foreach (var flip in OfText(key))
            {
                var renamed = entries.Where(e => e.Key != key).Append(KeyValuePair.Create(flip.Text, value));
                yield return ($"key {key} {flip.Where}", Value.M(new(renamed)));
            }

            foreach (var flip in Of(value))
            {
                yield return ($"entry {key} {flip.Where}", Value.M(new(entries) { [key] = flip.Value }));
            }
        }
    }
}
