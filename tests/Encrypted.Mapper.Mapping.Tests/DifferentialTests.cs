using Amazon.DynamoDBv2;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

/// <summary>Holds the generated models against the SDK's own context, in both directions and under every setting.</summary>
public sealed class DifferentialTests
{
    public static TheoryData<string, ConversionSchema, bool> Cases()
    {
        var data = new TheoryData<string, ConversionSchema, bool>();
        foreach (var name in Samples.All.Keys)
        {
            foreach (var schema in new[] { ConversionSchema.V1, ConversionSchema.V2 })
            {
                data.Add(name, schema, true);
                data.Add(name, schema, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Items_are_those_that_the_stock_context_writes(string sample, ConversionSchema schema, bool emptyStrings)
        => Samples.All[sample].CompareWrite(new ConversionOptions(schema, emptyStrings, DateTimesInUtc: true));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Entities_are_read_as_the_stock_context_reads_them(string sample, ConversionSchema schema, bool emptyStrings)
        => Samples.All[sample].CompareRead(new ConversionOptions(schema, emptyStrings, DateTimesInUtc: true));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Absent_attributes_leave_what_the_stock_context_leaves(string sample, ConversionSchema schema, bool emptyStrings)
        => Samples.All[sample].CompareAbsent(new ConversionOptions(schema, emptyStrings, DateTimesInUtc: true));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Local_times_are_read_as_the_stock_context_reads_them(string sample, ConversionSchema schema, bool emptyStrings)
        => Samples.All[sample].CompareRead(new ConversionOptions(schema, emptyStrings, DateTimesInUtc: false));
}
