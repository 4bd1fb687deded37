using CsCheck;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Properties;

/// <summary>The map of bounded size, beside a list that is searched through.</summary>
public sealed class RecencyMapTests
{
    private const int Capacity = 4;

    [Fact]
    public void It_keeps_what_was_used_last()
        => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7]).List[0, 60].Sample(steps =>
        {
            var map = new RecencyMap<int, string>(Capacity);
            var order = new List<int>();
            foreach (var (step, key) in steps)
            {
                var known = order.Contains(key);
                switch (step)
                {
                    case 0 when !known:
                        order.Insert(0, key);
                        var evicted = order.Count > Capacity ? order[Capacity] : (int?)null;
                        Assert.Equal(evicted is not null, map.Add(key, $"{key}", out var value));
                        Assert.Equal(evicted is { } last ? $"{last}" : null, value);
                        order.RemoveRange(Math.Min(order.Count, Capacity), order.Count - Math.Min(order.Count, Capacity));
                        break;
                    case 1:
                        Assert.Equal(known, map.TryUse(key, out var used));
                        Assert.Equal(known ? $"{key}" : null, used);
                        if (order.Remove(key))
                        {
                            order.Insert(0, key);
                        }

                        break;
                    case 2:
                        Assert.Equal(order.Remove(key), map.Remove(key, out _));
                        break;
                    default:
                        Assert.Equal(known, map.TryPeek(key, out _));
                        break;
                }
            }

            Assert.Equal(order.Select(key => (key, $"{key}")), map.Entries);
            Assert.Equal(order.Where(key => key % 2 == 0).Select(key => $"{key}"), map.RemoveWhere(value => value is "0" or "2" or "4" or "6"));
            Assert.Equal(order.Where(key => key % 2 == 1).Select(key => $"{key}"), map.RemoveWhere(_ => true));
        });
}
