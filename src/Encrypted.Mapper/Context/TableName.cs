namespace Encrypted.Mapper.Context;

/// <summary>Names of physical tables as requests give them: plain names or ARNs.</summary>
internal static class TableName
{
    private const string Resource = ":table/";

    public static bool IsArn(string name) => name.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The table's own name: an ARN reduced to what stands between <c>:table/</c> and the next slash.</summary>
    public static string Reduce(string name)
    {
        if (!IsArn(name))
        {
            return name;
        }

        var start = name.IndexOf(Resource, StringComparison.Ordinal);
        if (start < 0)
        {
            return name;
        }

        start += Resource.Length;
        var end = name.IndexOf('/', start);
        return end < 0 ? name[start..] : name[start..end];
    }
}
