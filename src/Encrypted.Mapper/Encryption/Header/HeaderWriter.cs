using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Header;

/// <summary>Writes a header up to its commitment (wire format, section 4, fields 1 to 9).</summary>
internal static class HeaderWriter
{
    public static void Write(ScratchBuffer buffer, int version, EncryptionMaterials materials, ReadOnlySpan<byte> messageId, ReadOnlySpan<SignedField> fields)
    {
        buffer.WriteByte((byte)version);
        buffer.WriteByte((byte)((int)materials.AlgorithmSuite & 0xFF));
        buffer.Write(messageId);

        buffer.WriteUInt16(fields.Length);
        var legend = buffer.Append(fields.Length);
        for (var i = 0; i < fields.Length; i++)
        {
            legend[i] = fields[i].Legend;
        }

        WriteStoredContext(buffer, materials.EncryptionContext);
        WriteEncryptedDataKeys(buffer, materials.EncryptedDataKeys);
    }

    // What follows from the item itself is authenticated but not stored, so at most the verification key remains (section 4).
    private static void WriteStoredContext(ScratchBuffer buffer, EncryptionContext context)
    {
        if (!context.TryGetValue(ContextKeys.PublicKey, out var publicKey))
        {
            buffer.WriteUInt16(0);
            return;
        }

        buffer.WriteUInt16(1);
        WriteCounted(buffer, ContextKeys.PublicKey);
        WriteCounted(buffer, publicKey);
    }

    private static void WriteEncryptedDataKeys(ScratchBuffer buffer, IReadOnlyList<EncryptedDataKey> keys)
    {
        if (keys.Count is 0 or > byte.MaxValue)
        {
            throw Error.EncryptedDataKeyCount();
        }

        buffer.WriteByte((byte)keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var providerId = Utf8Text.GetBytes(key.ProviderId);
            if (providerId is null || Math.Max(providerId.Length, Math.Max(key.ProviderInfo.Length, key.Ciphertext.Length)) > ushort.MaxValue)
            {
                throw Error.EncryptedDataKeyForm();
            }

            WriteCounted(buffer, providerId);
            WriteCounted(buffer, key.ProviderInfo.Span);
            WriteCounted(buffer, key.Ciphertext.Span);
        }
    }

    private static void WriteCounted(ScratchBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        buffer.WriteUInt16(bytes.Length);
        buffer.Write(bytes);
    }
}
