namespace Encrypted.Mapper.Tool.Tests.Support;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The tool as it was built with these tests.</summary>
    public static string Tool { get; } = Path.Combine(
        Root,
        "src/Encrypted.Mapper.Tool/bin",
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\')).Parent!.Name,
        "net10.0/encrypted-dynamo.dll");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

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
