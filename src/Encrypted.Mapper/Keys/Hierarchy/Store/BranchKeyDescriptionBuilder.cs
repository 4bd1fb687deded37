using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Keys;

/// <summary>Gathers the items of branch keys into descriptions. Items that can't be read are left out: nothing here is authenticated anyway.</summary>
internal sealed class BranchKeyDescriptionBuilder
{
    private readonly SortedDictionary<string, Entry> _keys = new(StringComparer.Ordinal);

    public void Add(List<Dictionary<string, AttributeValue>>? items)
    {
        foreach (var item in items ?? [])
        {
            if (Text(item, BranchKeyItemNames.Id) is { } id && Text(item, BranchKeyItemNames.Type) is { } type)
            {
                Add(id, type, item);
            }
        }
    }

    public List<BranchKeyDescription> Build()
    {
        var descriptions = new List<BranchKeyDescription>();
        foreach (var (id, entry) in _keys)
        {
            entry.Versions.Sort(static (one, other) => Nullable.Compare(other.CreateTime, one.CreateTime));
            descriptions.Add(new(id, entry.Active, entry.Versions, entry.HasBeacon));
        }

        return descriptions;
    }

    private void Add(string id, string type, Dictionary<string, AttributeValue> item)
    {
        if (!_keys.TryGetValue(id, out var entry))
        {
            _keys.Add(id, entry = new());
        }

        if (type == BranchKeyItemNames.ActiveType)
        {
            entry.Active = VersionOf(Text(item, BranchKeyItemNames.Version));
        }
        else if (type == BranchKeyItemNames.BeaconType)
        {
            entry.HasBeacon = true;
        }
        else if (VersionOf(type) is { } version)
        {
            DateTimeOffset? time = DateTimeOffset.TryParse(
                Text(item, BranchKeyItemNames.CreateTime), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed) ? parsed : null;
            entry.Versions.Add(new(version, time, Text(item, BranchKeyItemNames.KmsArn) ?? ""));
        }
    }

    private static string? Text(Dictionary<string, AttributeValue> item, string name) => item.GetValueOrDefault(name)?.S;

    private static Guid? VersionOf(string? type)
        => type?.StartsWith(BranchKeyItemNames.VersionPrefix, StringComparison.Ordinal) == true
        && Guid.TryParseExact(type.AsSpan(BranchKeyItemNames.VersionPrefix.Length), "D", out var version) ? version : null;

    private sealed class Entry
    {
        public Guid? Active { get; set; }

        public bool HasBeacon { get; set; }

        public List<BranchKeyVersionDescription> Versions { get; } = [];
    }
}
