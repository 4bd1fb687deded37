namespace Encrypted.Mapper.Encryption;

/// <summary>The keys of the encryption context that the format itself adds (wire format, section 5.2).</summary>
internal static class ContextKeys
{
    /// <summary>What all of them begin with.</summary>
    public static ReadOnlySpan<byte> ReservedPrefix => "aws-crypto-"u8;

    public static ReadOnlySpan<byte> TableName => "aws-crypto-table-name"u8;

    public static ReadOnlySpan<byte> PartitionName => "aws-crypto-partition-name"u8;

    public static ReadOnlySpan<byte> SortName => "aws-crypto-sort-name"u8;

    public static ReadOnlySpan<byte> AttributePrefix => "aws-crypto-attr."u8;

    public static ReadOnlySpan<byte> Legend => "aws-crypto-legend"u8;

    public static ReadOnlySpan<byte> PublicKey => "aws-crypto-public-key"u8;
}
