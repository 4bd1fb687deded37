namespace Encrypted.Mapper.IndependentReader;

/// <summary>Decrypts the encrypted fields, wire format section 6.</summary>
public static class FieldOpening
{
    /// <summary>Puts the decrypted values into <paramref name="plain"/>.</summary>
    /// <returns>The fields, completed by their plain bytes.</returns>
    public static List<SignedField> OpenAll(List<SignedField> fields, Dictionary<string, Value> item, byte[] fieldRootKey, Dictionary<string, Value> plain)
    {
        var opened = new List<SignedField>();
        var ordinal = 0;
        foreach (var field in fields)
        {
            if (field.Letter != 'e')
            {
                opened.Add(field);
                continue;
            }

            var fieldKey = Derivation.FieldKey(fieldRootKey, ordinal++);
            var stored = item[field.Name].Bytes;
            var bytes = Gcm.TryOpen(fieldKey[..32], fieldKey[32..], field.Path, stored[2..]) ?? throw new RefusalException("field: does not open");
            plain[field.Name] = ValueParser.Parse(field.TypeId, bytes);
            opened.Add(field with { PlainBytes = bytes });
        }

        return opened;
    }
}
