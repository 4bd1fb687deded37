namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] s_notCommitted = ["bin", "obj", "artifacts", "TestResults", ".git", ".vs", ".idea", "BenchmarkDotNet.Artifacts", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that these tests were built in: others' output stands in folders of the same name.</summary>
    public static string BuildConfiguration { get; } = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\')).Parent!.Name;

    /// <summary>Paths relative to the root, with forward slashes, of the files below a folder that belong to the repository.</summary>
    public static IEnumerable<string> Files(string folder = "", string pattern = "*")
        => Walk(new DirectoryInfo(Path.Combine(Root, folder)), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string pattern)
        => folder.EnumerateFiles(pattern).Where(file => !s_notCommitted.Contains(file.Name)).Concat(
            folder.EnumerateDirectories()
                .Where(child => !s_notCommitted.Contains(child.Name))
                .SelectMany(child => Walk(child, pattern)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Encrypted.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't stand inside the repository.");
        }

        return folder.FullName;
    }
}
