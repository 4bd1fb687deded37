using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Benchmarks.Floor;

/// <summary>The lengths that decide what an item's primitive calls cost, measured on a real protected item.</summary>
/// <param name="IsSigned">Whether the item carries a digital signature (suite 67 01).</param>
/// <param name="ContextLength">The bytes of the encryption context that key wrapping authenticates.</param>
/// <param name="HeaderLength">The bytes of the header without its commitment.</param>
/// <param name="RecordLength">The bytes of the canonical record.</param>
/// <param name="Fields">The encrypted fields.</param>
internal sealed record ItemShape(bool IsSigned, int ContextLength, int HeaderLength, int RecordLength, FieldShape[] Fields)
{
    private const int CommitmentLength = 32;

    public static ItemShape Of(Reading reading, int headerLength) => new(
        reading.Header!.Flavor == 1,
        ContextBytes.InKeyWrapping(reading.Context).Length,
        headerLength - CommitmentLength,
        reading.CanonicalRecord.Length,
        [.. reading.Fields.Where(f => f.Letter == 'e').Select(f => new FieldShape(f.PlainBytes.Length, f.Path.Length))]);
}
