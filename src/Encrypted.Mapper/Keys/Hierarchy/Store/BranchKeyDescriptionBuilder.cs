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
            entry.Active = BranchKeyItemText.VersionOf(Text(item, BranchKeyItemNames.Version));
        }
        else if (type == BranchKeyItemNames.BeaconType)
        {
            entry.HasBeacon = true;
        }
        else if (BranchKeyItemText.VersionOf(type) is { } version)
        {
            entry.Versions.Add(new(version, BranchKeyItemText.TimeOf(Text(item, BranchKeyItemNames.CreateTime)), Text(item, BranchKeyItemNames.KmsArn) ?? ""));
        }
    }

    private static string? Text(Dictionary<string, AttributeValue> item, string name) => item.GetValueOrDefault(name)?.S;

    private sealed class Entry
    {
        public Guid? Active { get; set; }

        public bool HasBeacon { get; set; }

        public List<BranchKeyVersionDescription> Versions { get; } = [];
    }
}
