using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>
/// Judges changed items. Each must be refused by <see cref="ItemVerificationException"/>, except those that the test
/// enumerates because they leave the canonical record and the reader's own tag unchanged; these must be accepted.
/// </summary>
internal sealed class Judgement
{
    private readonly ItemEncryptor encryptor;
    private readonly TableDescription table;
    private readonly Recipient recipient;
    private readonly Dictionary<string, Value> original;
    private readonly Reading reading;

    public Judgement(Subject subject, Dictionary<string, Value> original)
        : this(subject.Encryptor, subject.Table, Subject.Key.Recipient, original)
    {
    }

    public Judgement(ItemEncryptor encryptor, TableDescription table, Recipient recipient, Dictionary<string, Value> original)
    {
        this.encryptor = encryptor;
        this.table = table;
        this.recipient = recipient;
        this.original = original;
        reading = ItemReader.Read(table, recipient, original);
        Assert.Null(reading.Reason);
    }

    /// <param name="mutations">The changed items.</param>
    /// <param name="accepted">The changes that are no forgery, each with the section of the wire format that makes it one.</param>
    public async Task AllRefusedExcept(IEnumerable<Mutation> mutations, params (string What, string Section)[] accepted)
    {
        // Unchanged, the item is accepted; this also leaves its public key parsed for all that follows.
        Assert.Equal(DynamoJson.Write(reading.Plain), SdkItems.Text(await encryptor.DecryptAsync(SdkItems.ToSdk(original))));

        var findings = new Findings();
        var expected = accepted.Select(a => a.What).ToHashSet();
        var cases = 0;
        foreach (var mutation in mutations)
        {
            cases++;
            findings.Case();
            await JudgeAsync(findings, mutation, expected.Remove(mutation.What));
        }

        Assert.Empty(expected);
        Assert.NotEqual(0, cases);
        findings.AssertNone(cases);
    }

    private async Task JudgeAsync(Findings findings, Mutation mutation, bool isNoForgery)
    {
        var item = SdkItems.ToSdk(mutation.Item);
        var before = SdkItems.Text(item);
        try
        {
            var plain = await encryptor.DecryptAsync(item);
            if (isNoForgery)
            {
                CompareWithReader(findings, mutation, SdkItems.Text(plain));
            }
            else
            {
                findings.Add(mutation.What, "was accepted");
            }
        }
        catch (ItemVerificationException error)
        {
            if (isNoForgery)
            {
                findings.Add(mutation.What, "was refused: " + error.Message);
            }

            CheckMessage(findings, mutation.What, error);
        }
        catch (Exception error)
        {
            findings.Add(mutation.What, "fails by another exception: " + error);
        }

        findings.Expect(mutation.What, "the given item", before, SdkItems.Text(item));
    }

    // An acceptance is right only if the specification's reader sees the very record that was signed.
    private void CompareWithReader(Findings findings, Mutation mutation, string plain)
    {
        var changed = ItemReader.Read(table, recipient, mutation.Item);
        if (!changed.Accepted)
        {
            findings.Add(mutation.What, "was accepted, but the independent reader refuses: " + changed.Reason);
            return;
        }

        findings.Expect(mutation.What, "canonical record", Convert.ToHexString(reading.CanonicalRecord), Convert.ToHexString(changed.CanonicalRecord));
        findings.Expect(mutation.What, "plain item", DynamoJson.Write(changed.Plain), plain);
    }

    private void CheckMessage(Findings findings, string what, ItemVerificationException error)
    {
        var text = error.ToString();
        if (Subject.Marks.Any(text.Contains))
        {
            findings.Add(what, "the error shows a value: " + text);
        }

        if (error.TableName != table.Table || !error.Message.Contains(table.Table) || !error.Message.Contains(error.Rule))
        {
            findings.Add(what, "the error doesn't name table and rule: " + text);
        }
    }
}
