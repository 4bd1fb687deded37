using System.Buffers.Binary;
using System.Security.Cryptography;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>The hash of the canonical record (wire format, section 8.4): header, encryption context and canonical fields.</summary>
internal static class CanonicalRecord
{
    public const int HashLength = 48;

    // A hash object holds native memory that is dear to allocate for each item. One a thread is enough: hashing never awaits.
    [ThreadStatic]
    private static IncrementalHash? s_hash;

    public static void Hash(ReadOnlySpan<byte> header, EncryptionContext context, ReadOnlySpan<byte> fields, Span<byte> hash)
    {
        var sha = s_hash ?? IncrementalHash.CreateHash(HashAlgorithmName.SHA384);
        Span<byte> contextLength = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(contextLength, (ulong)context.Serialized.Length);

        // Set again only at the end: a hash that an exception left half-way must not begin the next item's record.
        s_hash = null;
        sha.AppendData(header);
        sha.AppendData(contextLength);
        sha.AppendData(context.Serialized);
        sha.AppendData(fields);
        sha.GetHashAndReset(hash);
        s_hash = sha;
    }
}
