using System.Globalization;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>FNV-1a: stable across processes, which the runtime's own string hash is not.</summary>
internal static class StableHash
{
    public static string Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
