using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

public sealed class TicksEntryConverter : EntryConverter<TimeSpan>
{
    protected override DynamoDBEntry? Write(TimeSpan value) => value.Ticks;

    protected override TimeSpan Read(DynamoDBEntry entry) => TimeSpan.FromTicks(entry.AsLong());
}
