using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper;

namespace Quickstart;

/// <summary>What somebody who can write the table, but has no key, may try, and what a load then does.</summary>
/// <param name="What">The change, in words.</param>
/// <param name="Change">Changes the stored item; the second item is that of another visit.</param>
internal sealed record Tampering(string What, Action<Dictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> Change)
{
    public static Tampering[] All { get; } =
    [
        new("Clinic (signed) changed to \"South\"", (item, _) => item["Clinic"] = new("South")),
        new("Clinic (signed) removed", (item, _) => item.Remove("Clinic")),
        new("An attribute Discount added", (item, _) => item["Discount"] = new() { N = "100" }),
        new("Ssn (encrypted) replaced by that of visit 2", (item, other) => item["Ssn"] = other["Ssn"]),
        new("One bit of Diagnosis (encrypted) flipped", (item, _) => FlipBit(item["Diagnosis"])),
        new("Header and footer removed, to pass for plaintext", (item, _) => { item.Remove("aws_dbe_head"); item.Remove("aws_dbe_foot"); }),
        new("DisplayHint (unprotected) changed", (item, _) => item["DisplayHint"] = new("rewritten")),
    ];

    /// <summary>Changes the stored item, loads it, and puts it back as it was.</summary>
    public async Task<TamperingOutcome> TryAsync(Patient patient, Patient other, PatientsTable table, IDynamoDBContext db)
    {
        var original = await table.ReadAsync(patient);
        var changed = await table.ReadAsync(patient);
        Change(changed, await table.ReadAsync(other));
        await table.WriteAsync(changed);
        try
        {
            return new(What, await db.LoadAsync<Patient>(patient.Id, patient.Visit), Refusal: null);
        }
        catch (EncryptedDynamoException refusal)
        {
            return new(What, Loaded: null, refusal);
        }
        finally
        {
            await table.WriteAsync(original);
        }
    }

    private static void FlipBit(AttributeValue value)
    {
        var bytes = value.B.ToArray();
        bytes[^1] ^= 1;
        value.B = new MemoryStream(bytes);
    }
}
