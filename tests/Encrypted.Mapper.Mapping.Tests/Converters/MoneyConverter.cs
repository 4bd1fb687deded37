using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Mapping.Tests.Entities;

namespace Encrypted.Mapper.Mapping.Tests.Converters;

/// <summary>Money as text; nothing at all for no money.</summary>
internal sealed class MoneyConverter : IAttributeConverter<Money>
{
    public AttributeValue? ToAttributeValue(Money value)
        => value.Amount == 0 ? null : new AttributeValue { S = value.Amount.ToString(CultureInfo.InvariantCulture) + value.Currency };

    public Money FromAttributeValue(AttributeValue value)
        => new(decimal.Parse(value.S[..^3], CultureInfo.InvariantCulture), value.S[^3..]);
}
