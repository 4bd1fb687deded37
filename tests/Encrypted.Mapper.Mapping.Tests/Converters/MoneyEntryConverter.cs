using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Mapping.Tests.Entities;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

/// <summary>A struct as a map, with members of every kind that the conversions treat differently.</summary>
public sealed class MoneyEntryConverter : EntryConverter<Money>
{
    protected override DynamoDBEntry? Write(Money value)
        => value.Amount == 0
            ? null
            : new Document
            {
                ["amount"] = value.Amount,
                ["currency"] = value.Currency,
                ["isDebt"] = value.Amount < 0,
                ["digits"] = new List<string> { "1", "2" },
                ["list"] = new DynamoDBList([new Primitive("1", true), DynamoDBNull.Null]),
                ["at"] = DateTime.UnixEpoch,
                ["none"] = DynamoDBNull.Null,
            };

    protected override Money Read(DynamoDBEntry entry)
    {
        var document = entry.AsDocument();
        return new Money(document["amount"].AsDecimal(), document.TryGetValue("currency", out var currency) ? currency.AsString() : null);
    }
}
