using System.Text.Json;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Mapping.Tests.Support;

internal sealed class Sample<T>(T entity) : ISample
    where T : notnull
{
    public void CompareWrite(ConversionOptions options)
        => Assert.Equal(Text.Of(Stock.ToItem(entity, options)), Text.Of(Models.Of<T>().ToItem(entity, options)));

    /// <summary>Entities are compared by what a serialiser sees of them, kinds of times included.</summary>
    public void CompareRead(ConversionOptions options)
    {
        var item = Stock.ToItem(entity, options);
        Assert.Equal(Seen(Stock.FromItem<T>(item, options)), Seen(Models.Of<T>().FromItem(item, options)));
    }

    public void CompareAbsent(ConversionOptions options)
    {
        foreach (var name in Stock.ToItem(entity, options).Keys)
        {
            var item = Stock.ToItem(entity, options);
            item.Remove(name);
            Assert.Equal((name, Seen(Stock.FromItem<T>(item, options))), (name, Seen(Models.Of<T>().FromItem(item, options))));
        }
    }

    private static string Seen(T entity) => entity.GetType().Name + JsonSerializer.Serialize(entity, entity.GetType(), Sample.Json);
}
