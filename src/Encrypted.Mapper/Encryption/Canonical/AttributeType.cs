namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>The two-byte type ids of attribute values (wire format, section 7.1).</summary>
internal enum AttributeType : ushort
{
    Null = 0x0000,
    String = 0x0001,
    Number = 0x0002,
    Boolean = 0x0004,
    StringSet = 0x0101,
    NumberSet = 0x0102,
    BinarySet = 0x01FF,
    Map = 0x0200,
    List = 0x0300,
    Binary = 0xFFFF,
}
