namespace Encrypted.Mapper.IndependentReader;

/// <summary>The canonical path of a top-level attribute, wire format section 8.1. The length counts UTF-16 units.</summary>
public static class CanonicalPath
{
    public static byte[] Of(string table, string name) => new ByteList()
        .AddText(table)
        .AddNumber(8, 1)
        .AddText("$")
        .AddNumber(8, (ulong)name.Length)
        .AddText(name)
        .ToArray();
}
