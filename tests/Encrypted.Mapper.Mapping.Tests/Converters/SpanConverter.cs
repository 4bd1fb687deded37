using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

/// <summary>A converter that is a struct, and of several types.</summary>
public struct SpanConverter : IAttributeConverter<TimeSpan>, IAttributeConverter<List<TimeSpan>>
{
    public readonly AttributeValue? ToAttributeValue(TimeSpan value) => new() { N = value.Ticks.ToString(CultureInfo.InvariantCulture) };

    public readonly AttributeValue? ToAttributeValue(List<TimeSpan> value)
        => new() { NS = value.ConvertAll(static item => item.Ticks.ToString(CultureInfo.InvariantCulture)) };

    public readonly TimeSpan FromAttributeValue(AttributeValue value) => TimeSpan.FromTicks(long.Parse(value.N, CultureInfo.InvariantCulture));

    readonly List<TimeSpan> IAttributeConverter<List<TimeSpan>>.FromAttributeValue(AttributeValue value)
        => value.NS.ConvertAll(static text => TimeSpan.FromTicks(long.Parse(text, CultureInfo.InvariantCulture)));
}
