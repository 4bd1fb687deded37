using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

/// <summary>A boolean within an entry of no type yet: N or BOOL, as the conversion has it.</summary>
public sealed class FlagEntryConverter : EntryConverter<bool>
{
    protected override DynamoDBEntry? Write(bool value) => !value;

    protected override bool Read(DynamoDBEntry entry) => !entry.AsBoolean();
}
