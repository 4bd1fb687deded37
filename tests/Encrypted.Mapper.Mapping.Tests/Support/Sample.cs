using System.Text.Json;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Mapping.Tests.Support;

internal sealed class Sample<T>(T entity) : ISample
    where T : notnull
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        IncludeFields = true,
        Converters = { new StreamConverter() },
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public void CompareWrite(ConversionOptions options)
        => Assert.Equal(Text.Of(Stock.ToItem(entity, options)), Text.Of(Models.Of<T>().ToItem(entity, options)));

    /// <summary>Entities are compared by what a serialiser sees of them, kinds of times included.</summary>
    public void CompareRead(ConversionOptions options)
    {
        var item = Stock.ToItem(entity, options);
        var expected = JsonSerializer.Serialize(Stock.FromItem<T>(item, options), s_json);
        Assert.Equal(expected, JsonSerializer.Serialize(Models.Of<T>().FromItem(item, options), s_json));
    }
}
