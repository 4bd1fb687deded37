using Encrypted.Mapper.Context.Saving;

namespace Encrypted.Mapper.Integration.Tests.Saving;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(6, 640)]
    [InlineData(7, 1000)]
    [InlineData(1000, 1000)]
    public void The_bound_doubles_with_each_attempt_up_to_a_second(int attempt, int milliseconds)
        => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryDelay.Bound(attempt));

    [Fact]
    public void A_wait_is_anything_from_nothing_to_its_bound()
    {
        var waits = Enumerable.Range(0, 2000).Select(_ => RetryDelay.After(3)).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, RetryDelay.Bound(3)));
        Assert.True(waits.Distinct().Count() > 40);
        Assert.Contains(waits, wait => wait < RetryDelay.Bound(3) / 4);
        Assert.Contains(waits, wait => wait > RetryDelay.Bound(3) * 3 / 4);
    }
}
