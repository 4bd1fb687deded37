using Amazon.DynamoDBv2;
using CsCheck;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests.Properties;

/// <summary>Random entities are mapped as the stock context maps them, under random settings and in both directions.</summary>
public sealed class RandomEntityTests
{
    private static readonly Gen<ConversionOptions> s_options =
        from isV1 in Gen.Bool
        from emptyStrings in Gen.Bool
        from utc in Gen.Bool
        select new ConversionOptions(isV1 ? ConversionSchema.V1 : ConversionSchema.V2, emptyStrings, utc);

    private static readonly Gen<DateTime> s_time =
        from ticks in Gen.Long[DateTime.MinValue.AddDays(2).Ticks, DateTime.MaxValue.AddDays(-2).Ticks]
        from kind in Gen.Enum<DateTimeKind>()
        select new DateTime(ticks, kind);

    private static readonly Gen<ScalarEntity> s_scalars =
        from text in Gen.String
        from character in Gen.Char
        from number in Gen.Long
        from single in Gen.Single
        from real in Gen.Double
        from exact in Gen.Decimal
        from id in Gen.Guid
        from time in s_time
        from bytes in Gen.Byte.Array
        select new ScalarEntity
        {
            String = text,
            Char = character,
            Boolean = number % 2 == 0,
            Byte = unchecked((byte)number),
            SByte = unchecked((sbyte)number),
            Int16 = unchecked((short)number),
            UInt16 = unchecked((ushort)number),
            Int32 = unchecked((int)number),
            UInt32 = unchecked((uint)number),
            Int64 = number,
            UInt64 = unchecked((ulong)number),
            Single = single,
            Double = real,
            Decimal = exact,
            Enum = (Color)unchecked((int)number),
            WideEnum = (Wide)unchecked((int)number),
            Guid = id,
            DateTime = time,
            DateOnly = DateOnly.FromDateTime(time),
            TimeOnly = TimeOnly.FromDateTime(time),
            Bytes = bytes,
            Stream = new MemoryStream(bytes),
        };

    private static readonly Gen<CollectionEntity> s_collections =
        from strings in Gen.String.List[0, 3]
        from ints in Gen.Int.List[0, 3]
        from doubles in Gen.Double.List[0, 3]
        from times in s_time.List[0, 3]
        from binaries in Gen.Byte.Array.List[0, 3]
        from keys in Gen.String.List[0, 3]
        select new CollectionEntity
        {
            Strings = strings,
            Ints = ints,
            Doubles = doubles,
            Times = times,
            Binaries = binaries,
            StringArray = [.. strings],
            IntArray = [.. ints],
            ByteArrays = [.. binaries],
            StringSet = [.. strings],
            IntSet = [.. ints],
            SortedInts = [.. ints],
            SortedStrings = new SortedSet<string>(strings, StringComparer.Ordinal),
            Matrix = [ints, []],
            Map = keys.Distinct().ToDictionary(static key => key, key => key),
            TimeMap = keys.Distinct().ToDictionary(static key => key, _ => times.FirstOrDefault()),
            ListMap = keys.Distinct().ToDictionary(static key => key, _ => strings),
        };

    private static readonly Gen<RecordEntity> s_records =
        from text in Gen.OneOf(Gen.String, Gen.Const(default(string)!))
        from number in Gen.Int
        from exact in Gen.Decimal
        from place in Gen.OneOf(Gen.Select(Gen.String, Gen.Int, static (city, zip) => new PlaceRecord(city, zip) { Street = city }), Gen.Const(default(PlaceRecord)!))
        from words in Gen.String.List[0, 3]
        select new RecordEntity("id", text, place, new Position(number), [place, new PlaceRecord(text, number)], number, (Color)number, 'g', text, number, exact, number)
        {
            Note = text,
            Tags = words,
        };

    [Fact]
    public void Records_are_written_and_read_as_the_stock_context_does()
        => Gen.Select(s_records, s_options).Sample((entity, options) => Compare(entity, options), iter: 1_000);

    [Fact]
    public void Scalars_are_written_and_read_as_the_stock_context_does()
        => Gen.Select(s_scalars, s_options).Sample((entity, options) => Compare(entity, options), iter: 1_000);

    [Fact]
    public void Collections_are_written_and_read_as_the_stock_context_does()
        => Gen.Select(s_collections, s_options).Sample((entity, options) => Compare(entity, options), iter: 1_000);

    [Fact]
    public void Epoch_times_are_written_and_read_as_the_stock_context_does()
        => Gen.Select(s_time, s_time, s_options).Sample(
            (first, second, options) => Compare(new EpochEntity { Short = first, Long = first, Optional = second }, options),
            iter: 1_000);

    private static void Compare<T>(T entity, ConversionOptions options)
        where T : notnull
    {
        var sample = new Sample<T>(entity);
        sample.CompareWrite(options);
        sample.CompareRead(options);
    }
}
