using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

internal sealed class SecretModel : EntityModel<Secret>
{
    public static SecretModel Instance { get; } = new();

    public override string TableName => "Secrets";

    public override string PartitionKey => "Key";

    public override IReadOnlyList<AttributeModel> Attributes { get; } =
    [
        new("Key", "Key", CryptoAction.SignOnly),
        new("Text", "Text", CryptoAction.EncryptAndSign),
    ];

    public override Dictionary<string, AttributeValue> ToItem(Secret entity, ConversionOptions options)
    {
        var item = new Dictionary<string, AttributeValue>();
        Add(item, "Key", entity.Key, options);
        Add(item, "Text", entity.Text, options);
        return item;
    }

    public override Secret FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options)
        => new() { Key = item["Key"].S, Text = item.GetValueOrDefault("Text")?.S };

    public override AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options)
        => value is string text && (text.Length > 0 || options.EmptyStrings) ? new AttributeValue { S = text } : null;

    private void Add(Dictionary<string, AttributeValue> item, string name, string? value, ConversionOptions options)
    {
        if (ToAttributeValue(name, value, options) is { } converted)
        {
            item[name] = converted;
        }
    }
}
