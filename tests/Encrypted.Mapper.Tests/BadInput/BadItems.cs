using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Tests.BadInput;

/// <summary>Everything that an item to be written can have wrong (wire format, sections 7 and 12).</summary>
internal static class BadItems
{
    private const string Mark = BadItem.Mark;

    public static IReadOnlyList<BadItem> All { get; } =
    [
        .. Everywhere("text where a number must stand", "number-format", () => new() { N = Mark }),
        .. Everywhere("an empty number", "number-format", () => new() { N = "" }),
        .. Everywhere("a number with a space", "number-format", () => new() { N = "1 " }),
        .. Everywhere("a number in other digits", "number-format", () => new() { N = "١" }),
        .. Everywhere("a number of 39 digits", "number-digits", () => new() { N = new string('1', 39) }),
        .. Everywhere("a number of 39 digits in a set", "number-digits", () => new() { NS = ["1", new string('1', 39)] }),
        .. Everywhere("a number too large", "number-range", () => new() { N = "1E126" }),
        .. Everywhere("a number too small", "number-range", () => new() { N = "-9.99E-131" }),
        .. Everywhere("a number with a huge exponent", "number-range", () => new() { N = "1E99999999999999999999" }),
        .. Everywhere("an unpaired high surrogate", "unpaired-surrogate", () => new() { S = Mark + "\uD800" }),
        .. Everywhere("an unpaired low surrogate", "unpaired-surrogate", () => new() { S = "\uDC00" + Mark }),
        .. Everywhere("surrogates in the wrong order", "unpaired-surrogate", () => new() { S = "\uDC00\uD800" }),
        .. Everywhere("an unpaired surrogate in a set", "unpaired-surrogate", () => new() { SS = [Mark, "\uD800"] }),
        .. Everywhere("an unpaired surrogate in a map's key", "unpaired-surrogate", () => new() { M = new() { [Mark + "\uD800"] = new() { S = "x" } } }),
        .. Everywhere("an empty key in a map", "name-length", () => new() { M = new() { [""] = new() { S = Mark } } }),
        .. Everywhere("a key of 65,536 bytes in a map", "name-length", () => new() { M = new() { [new string('é', 32768)] = new() { S = Mark } } }),
        .. Everywhere("a duplicate string", "duplicate-set-member", () => new() { SS = [Mark, "b", Mark] }),
        .. Everywhere("a duplicate number", "duplicate-set-member", () => new() { NS = ["7", "7"] }),
        .. Everywhere("a number in two spellings", "duplicate-set-member", () => new() { NS = ["700", "7E2"] }),
        .. Everywhere("a duplicate binary", "duplicate-set-member", () => new() { BS = [new([1]), new([1])] }),
        .. Everywhere("33 levels", "value-depth", () => Nested(33)),
        .. Everywhere("100,000 levels", "value-depth", () => Nested(100_000)),
        .. Everywhere("no value", "value-shape", () => new()),
        .. Everywhere("NULL that is false", "value-shape", () => new() { NULL = false }),
        .. Everywhere("two values", "value-shape", () => new() { S = Mark, N = "1" }),
        .. Everywhere("no value within a list", "value-shape", () => new() { L = [new() { S = Mark }, new()] }),
        .. Everywhere("null within a list", "value-shape", () => new() { L = [null!] }),
        .. Everywhere("null within a string set", "value-shape", () => new() { SS = [Mark, null!] }),
        .. Everywhere("null within a number set", "number-format", () => new() { NS = ["1", null!] }),
        .. Everywhere("null within a binary set", "value-shape", () => new() { BS = [null!] }),
        .. Everywhere("null within a map", "value-shape", () => new() { M = new() { [Mark] = null! } }),
        new("no partition key", "Id", "key-missing", item => item.Remove("Id")),
        new("no sort key", "Visit", "key-missing", item => item.Remove("Visit")),
        new("an attribute that is null", "Ssn", "value-shape", item => item["Ssn"] = null!),
        new("an attribute that nobody configured", "*", "no-action", item => item[Mark] = new() { S = Mark }),
        new("a header", "aws_dbe_head", "already-protected", item => item["aws_dbe_head"] = new() { B = new([1]) }),
    ];

    // The same bad value in an encrypted attribute, in one that is signed in clear, and in a key.
    private static IEnumerable<BadItem> Everywhere(string what, string rule, Func<AttributeValue> value)
    {
        foreach (var name in new[] { "Ssn", "Clinic", "Id" })
        {
            yield return new BadItem($"{what}, in {name}", name, rule, item => item[name] = value());
        }
    }

    private static AttributeValue Nested(int depth)
    {
        var value = new AttributeValue { S = Mark };
        for (var level = 1; level < depth; level++)
        {
            value = level % 2 == 0
                ? new AttributeValue { L = [value] }
                : new AttributeValue { M = new() { ["k" + level.ToString(CultureInfo.InvariantCulture)] = value } };
        }

        return value;
    }
}
