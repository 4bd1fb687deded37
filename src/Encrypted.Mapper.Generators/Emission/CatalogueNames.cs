using System.Text;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Names catalogues after their assemblies, a different name for each.</summary>
internal static class CatalogueNames
{
    public static string Of(string assemblyName)
    {
        var name = new StringBuilder();
        var isExact = assemblyName.Length > 0 && char.IsLetter(assemblyName[0]);
        foreach (var character in assemblyName)
        {
            var isLetterOrDigit = char.IsLetterOrDigit(character);
            isExact &= isLetterOrDigit || character == '.';
            name.Append(isLetterOrDigit ? character : '_');
        }

        // Other characters than dots could make two assemblies' names alike, so their names carry a hash.
        if (!isExact)
        {
            name.Insert(0, "_").Append('_').Append(StableHash.Of(assemblyName));
        }

        return name.Append("Catalogue").ToString();
    }
}
