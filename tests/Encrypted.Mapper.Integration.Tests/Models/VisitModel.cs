using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

internal sealed class VisitModel : EntityModel<Visit>
{
    public static VisitModel Instance { get; } = new();

    public override string TableName => "Visits";

    public override string PartitionKey => "Id";

    public override string? SortKey => "Number";

    public override string? VersionAttribute => "Version";

    public override IReadOnlyList<AttributeModel> Attributes { get; } =
    [
        new("Id", "Id", CryptoAction.SignOnly),
        new("Number", "Number", CryptoAction.SignOnly),
        new("Clinic", "Clinic", CryptoAction.SignOnly),
        new("Day", "Day", CryptoAction.SignOnly),
        new("cost", "Cost", CryptoAction.SignOnly),
        new("Rooms", "Rooms", CryptoAction.SignOnly),
        new("ssn", "Ssn", CryptoAction.EncryptAndSign),
        new("Labels", "Labels", CryptoAction.EncryptAndSign),
        new("Weight", "Weight", CryptoAction.EncryptAndSign),
        new("Hint", "Hint", CryptoAction.DoNothing),
        new("Version", "Version", CryptoAction.SignOnly),
    ];

    public override IReadOnlyList<IndexModel> Indexes { get; } = [new("ByClinic", "Clinic", "Day"), new("ByDay", "Id", "Day")];

    public override Dictionary<string, AttributeValue> ToItem(Visit entity, ConversionOptions options)
    {
        var item = new Dictionary<string, AttributeValue>();
        foreach (var attribute in Attributes)
        {
            if (ToAttributeValue(attribute.AttributeName, Value(entity, attribute.PropertyName), options) is { } value)
            {
                item[attribute.AttributeName] = value;
            }
        }

        return item;
    }

    public override Visit FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options) => new()
    {
        Id = item["Id"].S,
        Number = (int)Number(item, "Number")!,
        Clinic = item.GetValueOrDefault("Clinic")?.S,
        Day = item.GetValueOrDefault("Day")?.S,
        Cost = Number(item, "cost"),
        Rooms = item.GetValueOrDefault("Rooms")?.NS.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet(),
        Ssn = item.GetValueOrDefault("ssn")?.S,
        Labels = item.GetValueOrDefault("Labels")?.SS.ToHashSet(),
        Weight = Number(item, "Weight"),
        Hint = item.GetValueOrDefault("Hint")?.S,
        Version = (int?)Number(item, "Version"),
    };

    public override AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options) => value switch
    {
        null => null,
        "" when !options.EmptyStrings => null,
        string text => new AttributeValue { S = text },
        HashSet<string> texts => texts.Count == 0 ? null : new AttributeValue { SS = [.. texts] },
        HashSet<int> numbers => numbers.Count == 0 ? null : new AttributeValue { NS = [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))] },
        IFormattable number => new AttributeValue { N = number.ToString(null, CultureInfo.InvariantCulture) },
        _ => throw new ArgumentException("Not a value of the model.", nameof(value)),
    };

    public override long? GetVersion(Visit entity) => entity.Version;

    public override void SetVersion(Visit entity, long version) => entity.Version = (int)version;

    private static object? Value(Visit entity, string property) => typeof(Visit).GetProperty(property)!.GetValue(entity);

    private static decimal? Number(Dictionary<string, AttributeValue> item, string name)
        => item.TryGetValue(name, out var value) ? decimal.Parse(value.N, CultureInfo.InvariantCulture) : null;
}
