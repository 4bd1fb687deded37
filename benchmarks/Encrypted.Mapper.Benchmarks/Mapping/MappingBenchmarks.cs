using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using BenchmarkDotNet.Attributes;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Generated.Models.Encrypted.Mapper.Benchmarks.Mapping;

namespace Encrypted.Mapper.Benchmarks.Mapping;

/// <summary>The generated map of an entity beside a hand-written one and that of the stock context.</summary>
public class MappingBenchmarks
{
    private readonly Visit _visit = Visit.Sample();
    private Dictionary<string, AttributeValue> _item = null!;
    private AmazonDynamoDBClient _client = null!;
    private DynamoDBContext _stock = null!;

    [GlobalSetup]
    public void Prepare()
    {
        // Nothing is sent: the keys of the table are given, so that the context has nothing to ask for.
        _client = new(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1);
        _stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => _client).ConfigureContext(config => config.DisableFetchingTableMetadata = true).Build();
        _item = HandWrittenMap.ToItem(_visit);
        RequireEqualMaps();
    }

    [Benchmark]
    public Dictionary<string, AttributeValue> ToItemByHand() => HandWrittenMap.ToItem(_visit);

    [Benchmark]
    public Dictionary<string, AttributeValue> ToItem() => VisitModel.Instance.ToItem(_visit, ConversionOptions.Default);

    [Benchmark]
    public Dictionary<string, AttributeValue> ToItemByStockContext() => _stock.ToDocument(_visit).ToAttributeMap();

    [Benchmark]
    public Visit FromItemByHand() => HandWrittenMap.FromItem(_item);

    [Benchmark]
    public Visit FromItem() => VisitModel.Instance.FromItem(_item, ConversionOptions.Default);

    [Benchmark]
    public Visit FromItemByStockContext() => _stock.FromDocument<Visit>(Document.FromAttributeMap(_item));

    [GlobalCleanup]
    public void CleanUp()
    {
        _stock.Dispose();
        _client.Dispose();
    }

    /// <summary>A comparison of maps that don't do the same would say nothing.</summary>
    private void RequireEqualMaps()
    {
        var byHand = Text(_item);
        if (byHand != Text(ToItem()) || byHand != Text(ToItemByStockContext()) || byHand != Text(HandWrittenMap.ToItem(FromItem())))
        {
            throw new InvalidOperationException("The maps differ.");
        }
    }

    private static string Text(Dictionary<string, AttributeValue> item) => Document.FromAttributeMap(new SortedDictionary<string, AttributeValue>(item, StringComparer.Ordinal).ToDictionary()).ToJson();
}
