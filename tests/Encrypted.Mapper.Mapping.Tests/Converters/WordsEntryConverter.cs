using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

/// <summary>Text as a list of words: SS or L, as the conversion has it, and empty for a single space.</summary>
public sealed class WordsEntryConverter : EntryConverter<string>
{
    protected override DynamoDBEntry? Write(string value) => value.Split(' ').ToList();

    protected override string Read(DynamoDBEntry entry) => string.Join(' ', entry.AsListOfString());
}
