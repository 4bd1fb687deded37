using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>Where things stand, and how large they may grow.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] s_rootNamespaceRooms = ["Annotations", "Errors", "Context"];

    [Fact]
    public void Source_files_stay_small()
    {
        var lengths = Repository.Files("src", "*.cs").ToDictionary(file => file, LinesOf);
        var sorted = lengths.Values.Order().ToArray();

        Violations.None(lengths.Where(file => file.Value > 300).Select(file => $"{file.Key}: {file.Value} lines"));
        Assert.InRange(sorted[sorted.Length / 2], 1, 80);
    }

    [Fact]
    public void A_public_type_has_the_namespace_of_its_room_or_folder()
    {
        var misplaced =
            from type in typeof(EncryptedAttribute).Assembly.GetExportedTypes()
            where !type.IsNested
            let folder = Assert.Contains(type.FullName!, SourceMap.Folders)
            where type.Namespace != NamespaceOf(folder.Split('/')[0]) && type.Namespace != NamespaceOf(folder)
            select $"{type.FullName} stands in {folder}";

        Violations.None(misplaced);
    }

    [Fact]
    public void Every_project_stands_in_the_solution_and_has_a_lock_file()
    {
        var solution = Repository.Read("Encrypted.sln").Replace('\\', '/');
        var projects = Repository.Files("", "*.csproj").ToArray();

        Violations.None(projects.Where(project => !solution.Contains(project, StringComparison.Ordinal)).Select(project => $"{project}: not in Encrypted.sln"));
        Violations.None(projects.Where(project => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json"))).Select(project => $"{project}: no lock file"));
    }

    [Fact]
    public async Task Continuous_integration_enforces_the_lock_files()
    {
        var pinned = PinnedSdk().Match(Repository.Read("global.json")).Groups[1].Value;
        var sdk = await DotnetOutputAsync("--version");

        var locked = await DotnetOutputAsync("msbuild", "src/Encrypted.Mapper", "-getProperty:RestoreLockedMode", "-p:CI=true");

        // Another SDK of the feature band adds other versions of its own packages.
        Assert.Equal(sdk == pinned ? "true" : "", locked);
    }

    [Fact]
    public void No_file_names_a_registry_host()
    {
        // Spelled in parts, so that this file doesn't either.
        string[] hosts = ["api.nuget." + "org", "registry.npmjs." + "org", "registry.yarnpkg." + "com", "pkgs.dev.azure." + "com", "nuget.pkg.github." + "com", "deb.debian." + "org"];

        var naming =
            from file in Repository.Files()
            where !file.EndsWith(".png", StringComparison.Ordinal)
            let text = Repository.Read(file)
            from host in hosts
            where text.Contains(host, StringComparison.OrdinalIgnoreCase)
            select $"{file}: {host}";

        Violations.None(naming);
    }

    private static int LinesOf(string file) => File.ReadLines(Path.Combine(Repository.Root, file)).Count();

    private static string NamespaceOf(string folder)
    {
        var room = folder.Split('/')[0];
        return room switch
        {
            "DependencyInjection" => "Microsoft.Extensions.DependencyInjection",
            _ when s_rootNamespaceRooms.Contains(room) => "Encrypted.Mapper",
            _ => $"Encrypted.Mapper.{folder.Replace('/', '.')}",
        };
    }

    private static async Task<string> DotnetOutputAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim();
    }

    [GeneratedRegex("\"version\":\\s*\"([^\"]+)\"")]
    private static partial Regex PinnedSdk();
}
