using System.Security.Cryptography;
using Encrypted.Mapper.IndependentReader.Recipients;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>Verifies and decrypts an item by the steps of wire format section 10, one after the other.</summary>
public static class ItemReader
{
    public static Reading Read(TableDescription table, Recipient recipient, Dictionary<string, Value> item)
    {
        try
        {
            return ReadOrRefuse(table, recipient, item);
        }
        catch (RefusalException refusal)
        {
            return Reading.Refused(refusal.Message);
        }
    }

    private static Reading ReadOrRefuse(TableDescription table, Recipient recipient, Dictionary<string, Value> item)
    {
        table.Validate();
        if (table.Keys().Any(name => !item.ContainsKey(name)))
        {
            throw new RefusalException("item: a key attribute is missing");
        }

        if (!item.ContainsKey("aws_dbe_head") && !item.ContainsKey("aws_dbe_foot"))
        {
            return table.PlaintextMayBeRead ? new Reading { Plain = item } : throw new RefusalException("item: not protected");
        }

        var headerBytes = BinaryAttribute(item, "aws_dbe_head");
        var serialised = SerialiseAll(table, item);
        var footerBytes = BinaryAttribute(item, "aws_dbe_foot");
        var header = Header.Parse(headerBytes);

        var letters = ResolveLegend(table, item, header);
        var context = ReproducedContext.Build(table, item, header, letters);
        foreach (var pair in header.StoredContext)
        {
            if (context.TryGetValue(pair.Key, out var reproduced) && reproduced != pair.Value)
            {
                throw new RefusalException("context: stored and reproduced differ");
            }

            context[pair.Key] = pair.Value;
        }

        if (context.ContainsKey("aws-crypto-public-key") != (header.Flavor == 1))
        {
            throw new RefusalException("context: public key and flavor disagree");
        }

        var key = recipient.TryUnwrap(header.DataKeys, context) ?? throw new RefusalException("keys: no data key opens");
        CheckCommitment(header, key.DataKey);

        var fields = letters.Select(pair => CanonicalField(table, item, serialised, pair.Key, pair.Value)).ToList();
        var record = CanonicalRecord(headerBytes, context, fields);
        Footer.Check(footerBytes, header, key.SigningKey, SHA384.HashData(record), context);

        var plain = item.Where(p => !p.Key.StartsWith("aws_dbe_", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value);
        var opened = FieldOpening.OpenAll(fields, item, Derivation.FieldRootKey(key.DataKey, header.MessageId), plain);
        return new Reading
        {
            Plain = plain,
            Header = header,
            Context = context,
            Fields = opened,
            CanonicalRecord = record,
            EntryIndex = key.EntryIndex,
            DataKey = key.DataKey,
        };
    }

    private static byte[] BinaryAttribute(Dictionary<string, Value> item, string name)
        => item.TryGetValue(name, out var value) && value.Type == "B" ? value.Bytes : throw new RefusalException("item: no binary " + name);

    /// <summary>All values are converted, whether signed or not, except those that the configuration says to leave alone.</summary>
    private static Dictionary<string, byte[]> SerialiseAll(TableDescription table, Dictionary<string, Value> item)
    {
        var serialised = new Dictionary<string, byte[]>();
        foreach (var pair in item)
        {
            if (table.Actions.GetValueOrDefault(pair.Key) != "DO_NOTHING")
            {
                serialised[pair.Key] = ValueWriter.Write(pair.Value);
            }
        }

        return serialised;
    }

    /// <summary>Pairs each signed attribute, in canonical order, with its letter.</summary>
    private static List<KeyValuePair<string, char>> ResolveLegend(TableDescription table, Dictionary<string, Value> item, Header header)
    {
        var signed = item.Keys.Where(name => !table.IsUnsigned(name)).ToList();
        signed.Sort((a, b) => ByteOrder.Instance.Compare(CanonicalPath.Of(table.Table, a), CanonicalPath.Of(table.Table, b)));
        if (signed.Count == 0)
        {
            throw new RefusalException("item: nothing is signed");
        }

        if (signed.Count != header.Legend.Length)
        {
            throw new RefusalException("legend: number of signed attributes changed");
        }

        return signed.Select((name, i) => KeyValuePair.Create(name, header.Legend[i])).ToList();
    }

    private static void CheckCommitment(Header header, byte[] dataKey)
    {
        var commitment = HMACSHA512.HashData(Derivation.CommitKey(dataKey, header.MessageId), header.Committed)[..32];
        if (!CryptographicOperations.FixedTimeEquals(commitment, header.Commitment))
        {
            throw new RefusalException("header: commitment");
        }
    }

    private static SignedField CanonicalField(TableDescription table, Dictionary<string, Value> item, Dictionary<string, byte[]> serialised, string name, char letter)
    {
        var path = CanonicalPath.Of(table.Table, name);
        var canonical = new ByteList().Add(path);
        if (letter == 'e')
        {
            var stored = item[name];
            if (stored.Type != "B" || stored.Bytes.Length < 2)
            {
                throw new RefusalException("field: encrypted value is not binary");
            }

            canonical.AddNumber(8, (ulong)stored.Bytes.Length - 2).AddText("ENCRYPTED").Add(stored.Bytes);
            return new SignedField(name, letter, path, stored.Bytes[..2], [], canonical.ToArray());
        }

        var typeId = TypeIds.Of(item[name].Type);
        canonical.AddNumber(8, (ulong)serialised[name].Length).AddText("PLAINTEXT").Add(typeId).Add(serialised[name]);
        return new SignedField(name, letter, path, typeId, serialised[name], canonical.ToArray());
    }

    private static byte[] CanonicalRecord(byte[] headerBytes, Dictionary<string, string> context, List<SignedField> fields)
    {
        var authenticated = ContextBytes.InRecord(context);
        var record = new ByteList().Add(headerBytes).AddNumber(8, (ulong)authenticated.Length).Add(authenticated);
        foreach (var field in fields)
        {
            record.Add(field.CanonicalBytes);
        }

        return record.ToArray();
    }
}
