using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

/// <summary>One of the SDK's converters, of which the same code serves both mappings.</summary>
public abstract class EntryConverter<T> : IPropertyConverter
{
    public DynamoDBEntry ToEntry(object value) => Write((T)value)!;

    public object FromEntry(DynamoDBEntry entry) => entry is DynamoDBNull ? default(T)! : Read(entry)!;

    protected abstract DynamoDBEntry? Write(T value);

    protected abstract T? Read(DynamoDBEntry entry);
}
