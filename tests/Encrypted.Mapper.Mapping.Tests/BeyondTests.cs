using System.Text.Json;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

/// <summary>What goes beyond the stock context.</summary>
public sealed class BeyondTests
{
    private static readonly BeyondEntity s_entity = new()
    {
        Offset = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1234567),
        Span = new TimeSpan(1, 2, 3, 4, 5),
        Uri = new Uri("https://example.org/ä?q=1"),
        Uris = [new Uri("/relative", UriKind.Relative), null],
        List = ["a", "b", "a"],
        Collection = new[] { 1, 2 },
        Sequence = Enumerable.Range(1, 2).Select(static zip => new Address { Zip = zip, Since = DateTime.UnixEpoch }),
        ReadOnlyList = ["a", null],
        ReadOnlyCollection = new Queue<Color>([Color.Green]),
        Set = new SortedSet<string> { "b", "a" },
        ReadOnlySet = new HashSet<int> { 1 },
        Dictionary = new SortedDictionary<string, int> { ["k"] = 1 },
        ReadOnlyDictionary = new Dictionary<string, IReadOnlyList<int>> { ["k"] = [1, 2] },
    };

    [Fact]
    public void Entities_come_back_whole()
    {
        var model = Models.Of<BeyondEntity>();

        var back = model.FromItem(model.ToItem(s_entity, ConversionOptions.Default), ConversionOptions.Default);

        Assert.Equal(JsonSerializer.Serialize(s_entity, Sample.Json), JsonSerializer.Serialize(back, Sample.Json));
    }

    [Fact]
    public void Interfaces_are_written_as_lists_as_the_SDK_writes_those_that_it_knows()
    {
        var item = Models.Of<BeyondEntity>().ToItem(s_entity, ConversionOptions.Default);

        Assert.Equal("L [S \"a\", S \"b\", S \"a\"]", Text.Of(item["List"]));
        Assert.Equal("L [S \"a\", S \"b\"]", Text.Of(item["Set"]));
        Assert.Equal("S \"2024-01-02T03:04:05.1234567+02:00\"", Text.Of(item["Offset"]));
        Assert.Equal("S \"1.02:03:04.0050000\"", Text.Of(item["Span"]));
        Assert.Equal("L [S \"/relative\", NULL True]", Text.Of(item["Uris"]));
    }
}
