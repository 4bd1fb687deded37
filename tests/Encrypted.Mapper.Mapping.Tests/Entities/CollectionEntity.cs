using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Collections")]
public sealed class CollectionEntity
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted]
    public List<string>? Strings { get; set; }

    public List<int>? Ints { get; set; }

    public List<bool>? Booleans { get; set; }

    public List<byte>? ByteList { get; set; }

    public List<double>? Doubles { get; set; }

    public List<decimal>? Decimals { get; set; }

    public List<char>? Chars { get; set; }

    public List<DateTime>? Times { get; set; }

    public List<Guid>? Guids { get; set; }

    public List<byte[]>? Binaries { get; set; }

    public List<MemoryStream>? Streams { get; set; }

    public List<Color>? Colors { get; set; }

    public List<Color?>? NullableColors { get; set; }

    public List<int?>? NullableInts { get; set; }

    public List<DateOnly>? Dates { get; set; }

    public List<Address>? Addresses { get; set; }

    public List<Point>? Points { get; set; }

    public List<List<int>>? Matrix { get; set; }

    public List<List<string>>? Words { get; set; }

    public string[]? StringArray { get; set; }

    public int[]? IntArray { get; set; }

    public byte[][]? ByteArrays { get; set; }

    public MemoryStream[]? StreamArray { get; set; }

    public Address[]? AddressArray { get; set; }

    public Color[]? ColorArray { get; set; }

    public HashSet<string>? StringSet { get; set; }

    public HashSet<int>? IntSet { get; set; }

    public HashSet<byte[]>? BinarySet { get; set; }

    public HashSet<Color>? ColorSet { get; set; }

    public HashSet<DateTime>? TimeSet { get; set; }

    public HashSet<Address>? AddressSet { get; set; }

    public SortedSet<int>? SortedInts { get; set; }

    public SortedSet<string>? SortedStrings { get; set; }

    public Dictionary<string, string>? Map { get; set; }

    public Dictionary<string, int>? IntMap { get; set; }

    public Dictionary<string, int?>? NullableIntMap { get; set; }

    public Dictionary<string, DateTime>? TimeMap { get; set; }

    public Dictionary<string, Color>? ColorMap { get; set; }

    public Dictionary<string, Address>? AddressMap { get; set; }

    public Dictionary<string, List<string>>? ListMap { get; set; }

    public Dictionary<string, Dictionary<string, string>>? MapMap { get; set; }

    public SortedDictionary<string, int>? SortedMap { get; set; }

    public (int, string) Tuple { get; set; }
}
