using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Nullables")]
public sealed class NullableEntity
{
    [DynamoDBHashKey("pk")]
    public string Id { get; set; } = "id";

    [Encrypted]
    public char? Char { get; set; }

    public bool? Boolean { get; set; }

    public byte? Byte { get; set; }

    public sbyte? SByte { get; set; }

    public short? Int16 { get; set; }

    public ushort? UInt16 { get; set; }

    public int? Int32 { get; set; }

    public uint? UInt32 { get; set; }

    public long? Int64 { get; set; }

    public ulong? UInt64 { get; set; }

    public float? Single { get; set; }

    public double? Double { get; set; }

    public decimal? Decimal { get; set; }

    public Color? Enum { get; set; }

    public Guid? Guid { get; set; }

    public DateTime? DateTime { get; set; }

    public DateOnly? DateOnly { get; set; }

    public TimeOnly? TimeOnly { get; set; }

    public Point? Struct { get; set; }
}
