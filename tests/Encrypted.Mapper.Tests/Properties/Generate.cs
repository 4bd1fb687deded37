using CsCheck;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Properties;

/// <summary>Generators of everything that an item may hold.</summary>
internal static class Generate
{
    /// <summary>Texts of ASCII, of two-, three- and four-byte characters, and of those between which UTF-16 and UTF-8 order differ.</summary>
    public static readonly Gen<string> Text =
        Gen.OneOf("a", "b", "Z", "0", " ", "\0", "\"", "\\", "é", "ß", "e\u0301", "中", "ｱ", "\uFFFD", "\uE000", "😀", "𐀂", "aws-crypto-")
            .Array[0, 6].Select(parts => string.Concat(parts));

    /// <summary>Texts that a map's key or an attribute's name may be.</summary>
    public static readonly Gen<string> Name = Text.Where(text => text.Length > 0);

    /// <summary>Texts that look like numbers, some of which are.</summary>
    public static readonly Gen<string> MaybeNumber =
        Gen.OneOf("", "0", "1", "9", "00", "123456789", "-", "+", ".", "e", "E", "38", "125", "130", " ", "\u0661")
            .Array[1, 7].Select(parts => string.Concat(parts));

    private static readonly Gen<string> Digits = Gen.Int[0, 9].Array[1, 38].Select(digits => string.Concat(digits));

    /// <summary>Numbers of at most 38 digits within the range, in every spelling.</summary>
    public static readonly Gen<string> Number = Gen.Select(
        Gen.OneOf("", "+", "-"),
        Gen.OneOf("", "0", "000"),
        Digits,
        Gen.Int[0, 38],
        Gen.OneOf("", "0", "00"),
        Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[-90, 86])),
        Gen.OneOf("e", "E"))
        .Select((sign, leading, digits, point, trailing, exponent, letter) =>
        {
            var at = Math.Min(point, digits.Length);
            var fraction = digits[at..] + trailing;
            return sign + leading + digits[..at] + (fraction.Length > 0 ? "." + fraction : "") + (exponent == 0 ? "" : $"{letter}{exponent:+0;-0}");
        });

    public static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 20];

    private static readonly Gen<Value> Scalar = Gen.OneOf(
        Text.Select(Value.S),
        Number.Select(Value.N),
        Bytes.Select(Value.B),
        Gen.Bool.Select(Value.Bool),
        Gen.Const(Value.Null()));

    private static readonly Gen<Value> Set = Gen.OneOf(
        Text.Array[0, 5].Select(texts => Value.SS(texts.Distinct())),
        Number.Array[0, 5].Select(numbers => Value.NS(numbers.DistinctBy(NumberText.Normalise))),
        Bytes.Array[0, 5].Select(blobs => Value.BS(blobs.DistinctBy(Convert.ToHexString))));

    /// <summary>Values of all types, nested to a few levels.</summary>
    public static readonly Gen<Value> Any = Nested(3);

    /// <summary>Values that a key may have.</summary>
    public static readonly Gen<Value> Key = Gen.OneOf(Text.Select(Value.S), Number.Select(Value.N), Bytes.Select(Value.B));

    private static Gen<Value> Nested(int levels)
    {
        var leaf = Gen.OneOf(Scalar, Set);
        if (levels == 0)
        {
            return leaf;
        }

        var inner = Nested(levels - 1);
        return Gen.Frequency(
            (4, leaf),
            (1, inner.Array[0, 4].Select(elements => Value.L(elements))),
            (1, Gen.Select(Name, inner).Array[0, 4].Select(entries => Value.M(entries.DistinctBy(e => e.Item1).ToDictionary(e => e.Item1, e => e.Item2)))));
    }
}
