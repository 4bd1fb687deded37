using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Mapping.Tests.Support;

/// <summary>The SDK's own context over a client on a closed port: its conversions never connect.</summary>
internal static class Stock
{
    private static readonly AmazonDynamoDBClient s_client = new("key", "secret", new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" });

    private static readonly ConcurrentDictionary<ConversionOptions, DynamoDBContext> s_contexts = new();

    public static Dictionary<string, AttributeValue> ToItem<T>(T entity, ConversionOptions options)
    {
        var context = s_contexts.GetOrAdd(options, Context);
        return context.GetTargetTable<T>().ToAttributeMap(context.ToDocument(entity));
    }

    public static T FromItem<T>(Dictionary<string, AttributeValue> item, ConversionOptions options)
    {
        var context = s_contexts.GetOrAdd(options, Context);
        return context.FromDocument<T>(context.GetTargetTable<T>().FromAttributeMap(item));
    }

    private static DynamoDBContext Context(ConversionOptions options)
        => (DynamoDBContext)new DynamoDBContextBuilder()
            .WithDynamoDBClient(static () => s_client)
            .ConfigureContext(config =>
            {
                config.Conversion = options.Schema == ConversionSchema.V2 ? DynamoDBEntryConversion.V2 : DynamoDBEntryConversion.V1;
                config.IsEmptyStringValueEnabled = options.EmptyStrings;
                config.RetrieveDateTimeInUtc = options.DateTimesInUtc;
            })
            .Build();
}
