using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Types that the stock context can't map, or can write but not read.</summary>
[DynamoDBTable("Beyond")]
public sealed class BeyondEntity
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted]
    public DateTimeOffset Offset { get; set; }

    public TimeSpan? Span { get; set; }

    public Uri? Uri { get; set; }

    public List<Uri?>? Uris { get; set; }

    public IList<string>? List { get; set; }

    public ICollection<int>? Collection { get; set; }

    public IEnumerable<Address>? Sequence { get; set; }

    public IReadOnlyList<string?>? ReadOnlyList { get; set; }

    public IReadOnlyCollection<Color>? ReadOnlyCollection { get; set; }

    public ISet<string>? Set { get; set; }

    public IReadOnlySet<int>? ReadOnlySet { get; set; }

    public IDictionary<string, int>? Dictionary { get; set; }

    public IReadOnlyDictionary<string, IReadOnlyList<int>>? ReadOnlyDictionary { get; set; }
}
