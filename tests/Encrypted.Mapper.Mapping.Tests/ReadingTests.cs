using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Mapping.Tests.Entities;
using Encrypted.Mapper.Mapping.Tests.Support;

namespace Encrypted.Mapper.Mapping.Tests;

/// <summary>What is read from attribute values of any type, expected or not: as the stock context does, but for listed differences.</summary>
public sealed class ReadingTests
{
    private const string Refused = "refused";

    // Every difference is one of these, and each of these occurs.
    private static readonly Dictionary<string, Regex> s_differences = new()
    {
        ["more tolerant: the SDK can't read an enum beyond 32 bits"] = new("^ScalarEntity.WideEnum <- N 99999999999$"),
        ["more tolerant: the SDK reads a nullable enum from nothing but the map that it writes"] = new("^(NullableEntity.Enum|ConstructedEntity.Color) <- (N|S)|^CollectionEntity.NullableColors <- L .S"),
        ["stricter: the SDK makes a null in some collections of numbers a zero"] = new("^CollectionEntity.(IntArray|ColorArray|IntSet|ColorSet|TimeSet|SortedInts) <- L .NULL True.$"),
        ["stricter: the SDK reads a map as an empty list"] = new("^CollectionEntity.(Colors|NullableColors|NullableInts|Dates|Addresses|Points|Matrix|Words) <- M |^RecordEntity.Places <- M "),
        ["stricter: the SDK reads an empty list as an empty map"] = new("^CollectionEntity.[A-Za-z]*Map <- L ..$"),
    };

    [Fact]
    public void Stored_values_of_any_type_are_read_as_the_stock_context_reads_them()
    {
        var differences = new List<string>();
        Compare<ScalarEntity>(differences);
        Compare<NullableEntity>(differences);
        Compare<CollectionEntity>(differences);
        Compare<RecordEntity>(differences);
        Compare<InitEntity>(differences);
        Compare<ConstructedEntity>(differences);
        Compare<EntryConvertedEntity>(differences);

        Assert.DoesNotContain(differences, static difference => !s_differences.Values.Any(known => known.IsMatch(difference)));
        Assert.All(s_differences, known => Assert.Contains(differences, known.Value.IsMatch));
    }

    [Fact]
    public void An_absent_attribute_leaves_the_propertys_own_value()
        => Assert.Equal('c', Models.Of<ScalarEntity>().FromItem([], ConversionOptions.Default).Char);

    [Fact]
    public void A_value_of_the_wrong_type_is_refused_by_names_and_rule_without_the_value()
    {
        var item = new Dictionary<string, AttributeValue> { ["Int32"] = new() { S = "s3cret" } };

        var error = Assert.Throws<InvalidItemException>(() => Models.Of<ScalarEntity>().FromItem(item, ConversionOptions.Default));

        Assert.Equal(("attribute-type", "Scalars", "Int32"), (error.Rule, error.TableName, error.AttributeName));
        Assert.Contains("'Int32' of table 'Scalars'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_value_of_the_wrong_type_is_refused_by_the_models_names_alone()
    {
        var street = new AttributeValue { M = new() { ["zip_code"] = new() { S = "s3cret" } } };
        var item = new Dictionary<string, AttributeValue>
        {
            ["AddressMap"] = new() { M = new() { ["private key"] = street } },
        };

        var error = Assert.Throws<InvalidItemException>(() => Models.Of<CollectionEntity>().FromItem(item, ConversionOptions.Default));

        Assert.Equal(("attribute-type", "AddressMap"), (error.Rule, error.AttributeName));
        Assert.Contains("'zip_code' within it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private key", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_entry_of_the_wrong_type_is_refused_without_its_key()
    {
        var item = new Dictionary<string, AttributeValue>
        {
            ["IntMap"] = new() { M = new() { ["private key"] = new() { S = "s3cret" } } },
        };

        var error = Assert.Throws<InvalidItemException>(() => Models.Of<CollectionEntity>().FromItem(item, ConversionOptions.Default));

        Assert.Contains("'*' within it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private key", error.ToString(), StringComparison.Ordinal);
    }

    private static void Compare<T>(List<string> differences)
        where T : notnull
    {
        foreach (var property in typeof(T).GetProperties())
        {
            foreach (var value in Stored())
            {
                Dictionary<string, AttributeValue> Item() => new() { [property.Name] = value() };
                var expected = Outcome(() => property.GetValue(Stock.FromItem<T>(Item(), ConversionOptions.Default)));
                var actual = Outcome(() => property.GetValue(Models.Of<T>().FromItem(Item(), ConversionOptions.Default)));
                if (expected != actual)
                {
                    differences.Add($"{typeof(T).Name}.{property.Name} <- {Text.Of(value())}");
                }
            }
        }
    }

    private static string Outcome(Func<object?> read)
    {
        try
        {
            return JsonSerializer.Serialize(read(), Sample.Json);
        }
        catch (Exception error) when (error is InvalidItemException || error.Source is "AWSSDK.DynamoDBv2" or "System.Private.CoreLib")
        {
            return Refused;
        }
    }

    private static IEnumerable<Func<AttributeValue>> Stored() =>
    [
        () => new() { S = "5" },
        () => new() { S = "text" },
        () => new() { S = "Green" },
        () => new() { S = "green" },
        () => new() { S = "c" },
        () => new() { S = "2024-01-02" },
        () => new() { S = "03:04" },
        () => new() { S = "2024-01-02T03:04:05.1234567+02:00" },
        () => new() { S = "{0f8fad5b-d9cb-469f-a165-70867728950e}" },
        () => new() { N = "1" },
        () => new() { N = "0" },
        () => new() { N = "-1" },
        () => new() { N = "1.5" },
        () => new() { N = "300" },
        () => new() { N = "99999999999" },
        () => new() { N = "1e-30" },
        () => new() { N = "1e400" },
        () => new() { BOOL = true },
        () => new() { NULL = true },
        () => new() { B = new MemoryStream([1]) },
        () => new() { SS = ["1", "2"] },
        () => new() { NS = ["1", "2"] },
        () => new() { BS = [new MemoryStream([1])] },
        () => new() { L = [new() { S = "1" }, new() { N = "2" }] },
        () => new() { L = [new() { BOOL = true }] },
        () => new() { L = [new() { NULL = true }] },
        () => new() { L = [new() { B = new MemoryStream([1]) }] },
        () => new() { L = [new() { M = new() { ["X"] = new() { N = "1" }, ["Street"] = new() { NULL = true } } }] },
        () => new() { L = [new() { L = [new() { N = "1" }] }] },
        () => new() { L = [], IsLSet = true },
        () => new() { M = new() { ["value__"] = new() { N = "5" }, ["X"] = new() { N = "1" }, ["unknown"] = new() { S = "u" } } },
        () => new() { M = new() { ["k"] = new() { S = "v" } } },
        () => new() { M = new() { ["k"] = new() { NULL = true } } },
        () => new() { M = [], IsMSet = true },
    ];
}
