namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>Where things stand in the working copy that these tests were built from.</summary>
internal static class Folders
{
    public static string Root { get; } = FindRoot();

    public static string Node { get; } = Path.Combine(Root, "tests/Encrypted.Mapper.Interop.Tests/node");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Encrypted.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }

        return folder;
    }
}
