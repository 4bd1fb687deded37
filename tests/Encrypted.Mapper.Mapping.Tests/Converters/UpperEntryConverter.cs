using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

public sealed class UpperEntryConverter : EntryConverter<string>
{
    protected override DynamoDBEntry? Write(string value) => new Primitive("~" + value);

    protected override string Read(DynamoDBEntry entry) => entry.AsString()[1..];
}
