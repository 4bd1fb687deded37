namespace Encrypted.Mapper.Keys;

/// <summary>What may be shown of a key store's items: all but the encrypted keys.</summary>
internal static class BranchKeyProjection
{
    public const string Expression = "#id, #type, #version, #time, #arn";

    public static Dictionary<string, string> Names => new()
    {
        ["#id"] = BranchKeyItemNames.Id,
        ["#type"] = BranchKeyItemNames.Type,
        ["#version"] = BranchKeyItemNames.Version,
        ["#time"] = BranchKeyItemNames.CreateTime,
        ["#arn"] = BranchKeyItemNames.KmsArn,
    };
}
