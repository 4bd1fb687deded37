using System.Globalization;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>Converts as most converters do: with the SDK's own conversions, which quote the value they fail on.</summary>
public sealed class GradeConverter : IPropertyConverter
{
    public DynamoDBEntry ToEntry(object value)
        => value is int grade and >= 0 ? new Primitive(grade.ToString(CultureInfo.InvariantCulture)) : throw new FormatException($"{value} is no grade.");

    public object FromEntry(DynamoDBEntry entry)
    {
        var grade = int.Parse(entry.AsString(), CultureInfo.InvariantCulture);
        return grade < 1000 ? grade : throw new FormatException($"{grade} is no grade.");
    }
}
