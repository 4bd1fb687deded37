using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>An entity with more attributes than one expression can name.</summary>
internal sealed class Wide
{
    public const int SignedCount = 200;

    public string? Id { get; set; }

    public Dictionary<string, string> Values { get; } = [];

    public sealed class Model(int unsignedCount = 2) : EntityModel<Wide>
    {
        public override string TableName => "Wide";

        public override string PartitionKey => "Id";

        public override IReadOnlyList<AttributeModel> Attributes { get; } =
        [
            new("Id", "Id", CryptoAction.SignOnly),
            .. Names("signed", SignedCount).Select(name => new AttributeModel(name, name, CryptoAction.SignOnly)),
            .. Names("unsigned", unsignedCount).Select(name => new AttributeModel(name, name, CryptoAction.DoNothing)),
        ];

        public override Dictionary<string, AttributeValue> ToItem(Wide entity, ConversionOptions options)
        {
            var item = entity.Values.ToDictionary(pair => pair.Key, pair => new AttributeValue { S = pair.Value });
            item["Id"] = new AttributeValue { S = entity.Id };
            return item;
        }

        public override Wide FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options)
        {
            var entity = new Wide { Id = item["Id"].S };
            foreach (var (name, value) in item)
            {
                if (name != "Id")
                {
                    entity.Values[name] = value.S;
                }
            }

            return entity;
        }

        public override AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options) => new() { S = (string)value! };

        private static IEnumerable<string> Names(string stem, int count)
            => Enumerable.Range(0, count).Select(number => stem + number.ToString(CultureInfo.InvariantCulture));
    }
}
