using Encrypted.Mapper.Mapping.Tests.Entities;

namespace Encrypted.Mapper.Mapping.Tests.Support;

/// <summary>Entities whose values cover the types and the edges of the mapping.</summary>
internal static class Samples
{
    private static readonly DateTime s_utc = new(2024, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);

    public static IReadOnlyDictionary<string, ISample> All { get; } = new Dictionary<string, ISample>(StringComparer.Ordinal)
    {
        ["scalars: defaults"] = new Sample<ScalarEntity>(new ScalarEntity()),
        ["scalars: typical"] = new Sample<ScalarEntity>(TypicalScalars()),
        ["scalars: greatest"] = new Sample<ScalarEntity>(GreatestScalars()),
        ["scalars: least"] = new Sample<ScalarEntity>(LeastScalars()),
        ["scalars: empty"] = new Sample<ScalarEntity>(new ScalarEntity { String = string.Empty, Bytes = [], Stream = new MemoryStream() }),
        ["nullables: null"] = new Sample<NullableEntity>(new NullableEntity()),
        ["nullables: set"] = new Sample<NullableEntity>(SetNullables()),
        ["collections: null"] = new Sample<CollectionEntity>(new CollectionEntity()),
        ["collections: empty"] = new Sample<CollectionEntity>(EmptyCollections()),
        ["collections: filled"] = new Sample<CollectionEntity>(FilledCollections()),
        ["collections: nulls and empty strings within"] = new Sample<CollectionEntity>(HollowCollections()),
        ["nested: defaults"] = new Sample<NestedEntity>(new NestedEntity()),
        ["nested: set"] = new Sample<NestedEntity>(new NestedEntity
        {
            Order = 7,
            Inherited = "base",
            Version = 3,
            Home = Deep(3),
            Position = new Point { X = 1, Label = "p" },
            Other = "o",
            Field = 9,
            Anything = new object(),
        }),
        ["epoch: typical"] = new Sample<EpochEntity>(new EpochEntity { Short = s_utc, Long = s_utc, Optional = s_utc }),
        ["epoch: half a second"] = new Sample<EpochEntity>(Epoch(new DateTime(2020, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc))),
        ["epoch: one and a half seconds"] = new Sample<EpochEntity>(Epoch(new DateTime(2020, 1, 1, 0, 0, 1, 500, DateTimeKind.Utc))),
        ["epoch: beneath a millisecond"] = new Sample<EpochEntity>(Epoch(new DateTime(2020, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc).AddTicks(9999))),
        ["epoch: before 1970"] = new Sample<EpochEntity>(Epoch(new DateTime(1960, 1, 1, 0, 0, 0, 501, DateTimeKind.Utc))),
        ["epoch: beyond 32 bits"] = new Sample<EpochEntity>(Epoch(new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
        ["epoch: least"] = new Sample<EpochEntity>(Epoch(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc))),
        ["camel case"] = new Sample<CamelEntity>(new CamelEntity
        {
            Home = Deep(2),
            ByName = new() { ["Mixed"] = Deep(1) },
            Note = new PascalNote { Text = "t", Place = Deep(1) },
        }),
        ["animal: base"] = new Sample<Animal>(new Animal { Name = "n" }),
        ["animal: cat"] = new Sample<Animal>(new Cat { Name = "n", Lives = 7, Common = "c" }),
        ["animal: dog"] = new Sample<Animal>(new Dog { Name = "n", Kennel = Deep(2) }),
        ["polymorphic: base types"] = new Sample<PolymorphicEntity>(new PolymorphicEntity
        {
            Shape = new Shape { Label = "l" },
            Shapes = [new Shape()],
            Vehicle = new Vehicle { Wheels = 2 },
        }),
        ["polymorphic: derived types"] = new Sample<PolymorphicEntity>(new PolymorphicEntity
        {
            Shape = new Square { Label = "l", Side = 2, Inner = new Shape { Label = "i" } },
            Shapes = [new Circle { Radius = 1 }, new Shape { Label = "s" }, null!],
            ShapeMap = new() { ["k"] = new Square { Side = 1 }, ["p"] = new Shape() },
            Vehicle = new Car { Wheels = 4, Plate = "p" },
            Vehicles = [new Car(), new Vehicle()],
        }),
        ["record: typical"] = new Sample<RecordEntity>(new RecordEntity("id", "n", new PlaceRecord("c", 9) { Street = "s" }, new Position(1, 3), [new PlaceRecord(null)], 1, Color.Red, 'x', "t", 2, 3, 4) { Note = "n", Tags = ["a", "b"] }),
        ["record: null"] = new Sample<RecordEntity>(new RecordEntity("id", null, null, default, null, 0, default, '\0', string.Empty, 0, 0, null) { Note = null!, Tags = null }),
        ["init-only: typical"] = new Sample<InitEntity>(new InitEntity { Id = "id", Count = 2, Numbers = [3, 4], Field = 5, Name = "n", Place = new PlaceRecord("c"), Nested = new() { Value = 1, Text = "t" }, Version = 6 }),
        ["init-only: null"] = new Sample<InitEntity>(new InitEntity { Id = "id", Count = 0, Numbers = null!, Field = 0, Name = null, Place = null, Nested = default }),
        ["private: typical"] = new Sample<PrivateEntity>(PrivateEntity.Of("n", 7)),
        ["private: null"] = new Sample<PrivateEntity>(PrivateEntity.Of(null, 0)),
        ["constructed: typical"] = new Sample<ConstructedEntity>(new ConstructedEntity("id", 3L, ["a", "b"]) { Later = "l" }),
        ["constructed: null"] = new Sample<ConstructedEntity>(new ConstructedEntity("id", 0L, null) { Later = null }),
        ["immutable struct: typical"] = new Sample<ImmutableEntity>(new ImmutableEntity("id", [1, 2], new Position(4))),
        ["immutable struct: null"] = new Sample<ImmutableEntity>(new ImmutableEntity("id", null!, null)),
        ["record set: base"] = new Sample<ParentRecord>(new ParentRecord("id", "n") { Position = new Position(1) }),
        ["record set: derived"] = new Sample<ParentRecord>(new ChildRecord("id", 7, "n") { Note = "note" }),
        ["record set: derived, null"] = new Sample<ParentRecord>(new ChildRecord("id", 0, null) { Note = null }),
        ["converters: typical"] = new Sample<EntryConvertedEntity>(new EntryConvertedEntity { Money = new Money(-1.10m, "EUR"), Flag = false, Span = TimeSpan.FromTicks(7), Inner = new(new Money(2, string.Empty), true) }.WithWords("a b c")),
        ["converters: null and empty"] = new Sample<EntryConvertedEntity>(new EntryConvertedEntity { Inner = new(default, false) }.WithWords(null)),
        ["converters: empty"] = new Sample<EntryConvertedEntity>(new EntryConvertedEntity { Money = new Money(1, null) }.WithWords(" x")),
        ["camel case at the root"] = new Sample<LegacyCamelEntity>(new LegacyCamelEntity { Home = Deep(2) }),
    };

    private static ScalarEntity TypicalScalars() => new()
    {
        String = "äöü 😀 \" \\",
        Char = 'x',
        Boolean = true,
        Byte = 200,
        SByte = -5,
        Int16 = -7,
        UInt16 = 7,
        Int32 = -42,
        UInt32 = 42,
        Int64 = -1,
        UInt64 = 1,
        Single = 1 / 3f,
        Double = 1e21,
        Decimal = 1.10m,
        Enum = Color.Green,
        WideEnum = Wide.A | Wide.B,
        Guid = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        DateTime = s_utc,
        DateOnly = new DateOnly(2024, 1, 2),
        TimeOnly = new TimeOnly(3, 4, 5, 6).Add(TimeSpan.FromTicks(7)),
        Bytes = [1, 2],
        Stream = new MemoryStream([3, 4]) { Position = 1 },
    };

    private static ScalarEntity GreatestScalars() => new()
    {
        Boolean = true,
        Byte = byte.MaxValue,
        SByte = sbyte.MaxValue,
        Int16 = short.MaxValue,
        UInt16 = ushort.MaxValue,
        Int32 = int.MaxValue,
        UInt32 = uint.MaxValue,
        Int64 = long.MaxValue,
        UInt64 = ulong.MaxValue,
        Single = float.MaxValue,
        Double = double.MaxValue,
        Decimal = decimal.MaxValue,
        Enum = (Color)int.MaxValue,
        DateTime = new DateTime(DateTime.MaxValue.Ticks, DateTimeKind.Utc),
        DateOnly = DateOnly.MaxValue,
        TimeOnly = TimeOnly.MaxValue,
    };

    private static ScalarEntity LeastScalars() => new()
    {
        SByte = sbyte.MinValue,
        Int16 = short.MinValue,
        Int32 = int.MinValue,
        Int64 = long.MinValue,
        Single = float.Epsilon,
        Double = -0.0,
        Decimal = 0.0000000000000000000000000001m,
        Enum = (Color)(-1),
        WideEnum = (Wide)(-1),
        DateTime = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified).AddTicks(6789),
    };

    private static NullableEntity SetNullables() => new()
    {
        Char = 'x',
        Boolean = false,
        Byte = 1,
        SByte = 2,
        Int16 = 3,
        UInt16 = 4,
        Int32 = 5,
        UInt32 = 6,
        Int64 = 7,
        UInt64 = 8,
        Single = 0.1f,
        Double = 0.1,
        Decimal = 0.00m,
        Enum = Color.Green,
        Guid = Guid.Empty,
        DateTime = s_utc,
        DateOnly = DateOnly.MinValue,
        TimeOnly = TimeOnly.MinValue,
        Struct = new Point { X = 2 },
    };

    private static CollectionEntity EmptyCollections() => new()
    {
        Strings = [],
        Ints = [],
        Booleans = [],
        ByteList = [],
        Binaries = [],
        Colors = [],
        Addresses = [],
        Matrix = [],
        StringArray = [],
        IntArray = [],
        ByteArrays = [],
        StreamArray = [],
        AddressArray = [],
        StringSet = [],
        IntSet = [],
        BinarySet = [],
        ColorSet = [],
        AddressSet = [],
        SortedInts = [],
        Map = [],
        AddressMap = [],
        SortedMap = [],
    };

    private static CollectionEntity FilledCollections() => new()
    {
        Strings = ["a", "b", "a"],
        Ints = [1, 2, 2],
        Booleans = [true, false],
        ByteList = [1, 2],
        Doubles = [0.5, 1, 1e-7],
        Decimals = [1.10m],
        Chars = ['a', 'b'],
        Times = [s_utc, s_utc.AddTicks(1)],
        Guids = [Guid.Empty],
        Binaries = [[1], [], [2, 3]],
        Streams = [new MemoryStream([1])],
        Colors = [Color.Red, Color.Green],
        NullableColors = [Color.Green, null],
        NullableInts = [1, null],
        Dates = [new DateOnly(2024, 1, 2)],
        Addresses = [Deep(1), Deep(2)],
        Points = [new Point { X = 1 }],
        Matrix = [[1], [2, 3]],
        Words = [["a", "b"]],
        StringArray = ["a", "b"],
        IntArray = [1, 2],
        ByteArrays = [[1], [2]],
        StreamArray = [new MemoryStream([1, 2])],
        AddressArray = [Deep(1)],
        ColorArray = [Color.Green],
        StringSet = ["b", "a"],
        IntSet = [3, 1],
        BinarySet = [[1]],
        ColorSet = [Color.Green],
        TimeSet = [s_utc],
        AddressSet = [Deep(1)],
        SortedInts = [2, 1],
        SortedStrings = ["b", "a"],
        Map = new() { ["k"] = "v", ["other key"] = "w" },
        IntMap = new() { ["k"] = 1 },
        NullableIntMap = new() { ["k"] = 1, ["n"] = null },
        TimeMap = new() { ["k"] = s_utc },
        ColorMap = new() { ["k"] = Color.Green },
        AddressMap = new() { ["k"] = Deep(2) },
        ListMap = new() { ["k"] = ["a"], ["e"] = [] },
        MapMap = new() { ["k"] = new() { ["x"] = "y" }, ["e"] = [] },
        SortedMap = new() { ["b"] = 2, ["a"] = 1 },
        Tuple = (1, "t"),
    };

    private static CollectionEntity HollowCollections() => new()
    {
        Strings = [string.Empty, "a"],
        Addresses = [null!, Deep(1)],
        Matrix = [[], [1], null!],
        Words = [["", ""], []],
        AddressArray = [null!],
        StringSet = [string.Empty, "a"],
        SortedStrings = [string.Empty],
        Map = new() { ["e"] = string.Empty, ["n"] = null!, ["k"] = "v" },
        AddressMap = new() { ["n"] = null! },
        ListMap = new() { ["n"] = null! },
    };

    private static EpochEntity Epoch(DateTime time) => new() { Short = time, Long = time };

    private static Address Deep(int levels) => new()
    {
        Street = "Street " + levels,
        Zip = levels,
        Door = levels % 2 == 0 ? Color.Green : null,
        Tags = ["x", "y"],
        Secret = "never stored",
        Since = s_utc,
        Next = levels > 1 ? Deep(levels - 1) : null,
    };
}
