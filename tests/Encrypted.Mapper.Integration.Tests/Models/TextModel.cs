using System.Reflection;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>A hand-written model of an entity whose properties are texts, but one that may hold extension data.</summary>
internal class TextModel<T>(string table, string partitionKey, IReadOnlyList<AttributeModel> attributes) : EntityModel<T>
    where T : notnull, new()
{
    public override string TableName => table;

    public override string PartitionKey => partitionKey;

    public override IReadOnlyList<AttributeModel> Attributes => attributes;

    public override bool HasExtensionData => Extension is not null;

    private static PropertyInfo? Extension { get; } = typeof(T).GetProperties().SingleOrDefault(property => property.PropertyType == typeof(ExtensionAttributes));

    public override ExtensionAttributes? GetExtensionData(T entity) => (ExtensionAttributes?)Extension?.GetValue(entity);

    public override T WithExtensionData(T entity, ExtensionAttributes extensionData)
    {
        object boxed = entity;
        Extension!.SetValue(boxed, extensionData);
        return (T)boxed;
    }

    public override Dictionary<string, AttributeValue> ToItem(T entity, ConversionOptions options)
    {
        var item = new Dictionary<string, AttributeValue>();
        foreach (var attribute in attributes)
        {
            if (typeof(T).GetProperty(attribute.PropertyName)!.GetValue(entity) is string value)
            {
                item[attribute.AttributeName] = new AttributeValue { S = value };
            }
        }

        return item;
    }

    public override T FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options)
    {
        object entity = new T();
        foreach (var attribute in attributes)
        {
            if (item.TryGetValue(attribute.AttributeName, out var value))
            {
                typeof(T).GetProperty(attribute.PropertyName)!.SetValue(entity, value.S);
            }
        }

        return (T)entity;
    }

    public override AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options)
        => value is string text ? new AttributeValue { S = text } : null;
}
