using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Header;

/// <summary>A parsed header (wire format, section 4). Parsing proves its form only: nothing in it is authenticated yet.</summary>
internal sealed class ItemHeader
{
    public const int MessageIdLength = 32;
    public const int MessageIdStart = 2;
    public const int CommitmentLength = 32;

    public required byte[] Bytes { get; init; }

    /// <summary>1 or 2.</summary>
    public int Version => Bytes[0];

    public AlgorithmSuite Suite => Bytes[1] == 0 ? AlgorithmSuite.SymSigHmacSha384 : AlgorithmSuite.EcdsaP384SymSigHmacSha384;

    public required Range LegendRange { get; init; }

    /// <summary>Key and value of each stored pair of the encryption context, in key order.</summary>
    public required List<(Range Key, Range Value)> StoredContext { get; init; }

    public required EncryptedDataKey[] EncryptedDataKeys { get; init; }

    public ReadOnlySpan<byte> MessageId => Bytes.AsSpan(MessageIdStart, MessageIdLength);

    public ReadOnlySpan<byte> Legend => Bytes.AsSpan(LegendRange);

    /// <summary>All that the commitment covers.</summary>
    public ReadOnlySpan<byte> Body => Bytes.AsSpan(0, Bytes.Length - CommitmentLength);

    public ReadOnlySpan<byte> Commitment => Bytes.AsSpan(Bytes.Length - CommitmentLength);
}
