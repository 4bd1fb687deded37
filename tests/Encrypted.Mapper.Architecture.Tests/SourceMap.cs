using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>Which folder of src/Encrypted.Mapper declares a type: the root namespace spans several.</summary>
internal static partial class SourceMap
{
    /// <summary>Folder (relative to the project, with forward slashes) by full type name, as metadata spells it.</summary>
    public static IReadOnlyDictionary<string, string> Folders { get; } = Read("src/Encrypted.Mapper");

    /// <summary>The folder directly below the project: the room that the architecture speaks of.</summary>
    public static string? RoomOf(string typeName)
        => Folders.TryGetValue(typeName, out var folder) ? folder.Split('/')[0] : null;

    private static Dictionary<string, string> Read(string project)
    {
        var folders = new Dictionary<string, string>();
        foreach (var file in Repository.Files(project, "*.cs"))
        {
            var source = Repository.Read(file);
            var space = Namespace().Match(source).Groups[1].Value;
            foreach (Match type in TopLevelType().Matches(source))
            {
                folders[Join(space, type)] = Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/');
            }
        }

        return folders;
    }

    private static string Join(string space, Match type)
    {
        var parameters = type.Groups["parameters"];
        var arity = parameters.Success ? $"`{parameters.Value.Count(c => c == ',') + 1}" : "";
        return $"{space}.{type.Groups["name"].Value}{arity}";
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // File-scoped namespaces leave top-level types in the first column.
    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|ref|unsafe)\s+)*(?:class|interface|enum|struct|record(?:\s+struct|\s+class)?|delegate\s+[\w.<>?\[\]]+)\s+(?<name>\w+)(?:<(?<parameters>[^>]+)>)?", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
