using System.IO.Compression;
using System.Xml.Linq;

namespace Encrypted.Mapper.Package.Tests;

/// <summary>What the package holds and asks for, nothing more and nothing less.</summary>
public sealed class PackageContentTests(PackedLibrary library)
{
    [Fact]
    public void It_holds_the_library_its_documentation_and_the_compiler_s_part()
        => Assert.Equal(
            [
                "Encrypted.Mapper.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Encrypted.Mapper.CodeFixes.dll",
                "analyzers/dotnet/cs/Encrypted.Mapper.Generators.dll",
                "buildTransitive/Encrypted.Mapper.targets",
                "lib/net10.0/Encrypted.Mapper.dll",
                "lib/net10.0/Encrypted.Mapper.xml",
                "lib/net8.0/Encrypted.Mapper.dll",
                "lib/net8.0/Encrypted.Mapper.xml",
            ],
            FilesOf(library.PackagePath));

    [Fact]
    public void Its_symbols_stand_in_a_package_of_their_own()
        => Assert.Equal(
            ["Encrypted.Mapper.nuspec", "lib/net10.0/Encrypted.Mapper.pdb", "lib/net8.0/Encrypted.Mapper.pdb"],
            FilesOf(library.SymbolsPath));

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void It_depends_on_the_versions_that_it_was_built_with_and_not_on_the_compiler(string framework)
    {
        var group = library.Nuspec().Descendants()
            .Single(element => element.Name.LocalName == "group" && element.Attribute("targetFramework")?.Value == framework);

        var dependencies = group.Elements().ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

        Assert.Equal(ReferencedVersions(), dependencies);
    }

    [Fact]
    public void Its_page_has_no_link_that_leads_nowhere_outside_of_the_repository()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);
        using var page = new StreamReader(package.GetEntry("README.md")!.Open());
        var text = page.ReadToEnd();

        Assert.StartsWith("# Encrypted.Mapper", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://)", text);
    }

    [Fact]
    public void Its_licence_is_stated() => Assert.Equal("Apache-2.0", library.Metadata("license").Value);

    private static Dictionary<string, string> ReferencedVersions()
    {
        var central = Load("Directory.Packages.props").Descendants("PackageVersion")
            .ToDictionary(element => element.Attribute("Include")!.Value, element => element.Attribute("Version")!.Value);
        return Load("src/Encrypted.Mapper/Encrypted.Mapper.csproj").Descendants("PackageReference")
            .Where(element => element.Attribute("PrivateAssets") is null)
            .Select(element => element.Attribute("Include")!.Value)
            .ToDictionary(id => id, id => central[id]);
    }

    private static XDocument Load(string path) => XDocument.Load(Path.Combine(PackedLibrary.RepositoryRoot, path));

    private static string[] FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        // The rest belongs to the archive format itself.
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }
}
