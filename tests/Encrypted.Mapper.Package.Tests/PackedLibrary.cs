using System.IO.Compression;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(Encrypted.Mapper.Package.Tests.PackedLibrary))]

namespace Encrypted.Mapper.Package.Tests;

/// <summary>The library's package and the one for its users' tests, as <c>dotnet pack</c> makes them: once for all tests, into a folder outside the tree.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("encrypted-mapper-package-");

    /// <summary>Holds the packages and nothing else: a source for consumers.</summary>
    public string Feed => Path.Combine(_root.FullName, "feed");

    public string PackagePath => PackageOf("Encrypted.Mapper", "nupkg");

    public string SymbolsPath => PackageOf("Encrypted.Mapper", "snupkg");

    public string TestingPackagePath => PackageOf("Encrypted.Mapper.Testing", "nupkg");

    public string Version => Metadata("version").Value;

    public static string RepositoryRoot { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        await PackAsync("src/Encrypted.Mapper", Feed);
        await PackAsync("src/Encrypted.Mapper.Testing", Feed);
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <returns>A folder that holds the tool's package and nothing else.</returns>
    public async Task<string> PackToolAsync()
    {
        var feed = NewFolder();
        await PackAsync("src/Encrypted.Mapper.Tool", feed);
        return feed;
    }

    /// <returns>An empty folder outside the tree.</returns>
    public string NewFolder() => _root.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    /// <summary>An empty folder, with the feed as a further package source and a packages folder that all consumers of this run share.</summary>
    public async Task<Consumer> NewConsumerAsync()
    {
        var folder = NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "packages")}" /></config>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
            </configuration>
            """);
        return new Consumer(folder, Version);
    }

    public XElement Metadata(string name) => Nuspec().Descendants().Single(element => element.Name.LocalName == name);

    public XDocument Nuspec()
    {
        using var package = ZipFile.OpenRead(PackagePath);
        using var nuspec = package.GetEntry("Encrypted.Mapper.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }

    // The version begins with a digit, unlike the rest of a longer name.
    private string PackageOf(string id, string extension)
        => Directory.GetFiles(Feed, $"{id}.*.{extension}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]));

    private static Task<string> PackAsync(string project, string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\')).Parent!.Name;
        return DotnetProcess.RunAsync(RepositoryRoot, "pack", project, "-c", configuration, "-o", folder);
    }

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
