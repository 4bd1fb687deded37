using Microsoft.Extensions.Time.Testing;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>A clock whose wall time can be set, and whose monotonic time can stand still, apart from each other.</summary>
internal sealed class TwoClocks() : FakeTimeProvider(CountingLoader.Created)
{
    private TimeSpan _wall;

    public void SetWall(TimeSpan by) => _wall += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _wall;
}
