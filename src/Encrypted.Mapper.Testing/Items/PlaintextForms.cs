using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Testing.Items;

/// <summary>The bytes by which a value would be recognised in a ciphertext that isn't one.</summary>
internal static class PlaintextForms
{
    // Shorter texts stand in random bytes by chance.
    private const int Shortest = 4;

    /// <summary>The texts and binaries of a value, of what it contains too.</summary>
    public static IEnumerable<byte[]> Of(AttributeValue value) => Leaves(value).Where(form => form.Length >= Shortest);

    private static IEnumerable<byte[]> Leaves(AttributeValue value)
    {
        var texts = new[] { value.S, value.N }.OfType<string>().Concat(value.SS ?? []).Concat(value.NS ?? []).Select(Encoding.UTF8.GetBytes);
        var binaries = new[] { value.B }.OfType<MemoryStream>().Concat(value.BS ?? []).Select(stream => stream.ToArray());
        var nested = (value.L ?? []).Concat(value.M?.Values ?? Enumerable.Empty<AttributeValue>()).SelectMany(Leaves);
        return texts.Concat(binaries).Concat(nested);
    }
}
