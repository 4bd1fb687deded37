using System.IO.Compression;

namespace Encrypted.Mapper.Package.Tests;

/// <summary>The package for users' tests, as its users get it.</summary>
public sealed class TestingPackageTests(PackedLibrary library)
{
    [Fact]
    public void It_holds_its_library_and_its_page()
    {
        using var package = ZipFile.OpenRead(library.TestingPackagePath);

        string[] expected =
        [
            "Encrypted.Mapper.Testing.nuspec", "README.md",
            "lib/net10.0/Encrypted.Mapper.Testing.dll", "lib/net10.0/Encrypted.Mapper.Testing.xml",
            "lib/net8.0/Encrypted.Mapper.Testing.dll", "lib/net8.0/Encrypted.Mapper.Testing.xml",
        ];
        Assert.Superset(expected.ToHashSet(), package.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.DoesNotContain(package.Entries, entry => entry.Name.StartsWith("Encrypted.Mapper.dll", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_in_an_empty_folder_tests_a_writer_and_a_reader_against_a_KMS_of_its_own()
    {
        var consumer = await library.NewConsumerAsync();
        await consumer.AddProjectAsync("Testing", consumer.PackageReference + consumer.TestingPackageReference);

        var printed = await consumer.RunAsync("Testing");

        // One data key written; one load by the assertion and one by the program.
        Assert.Equal("078-05-1120\n1 2\n", printed);
    }

    [Fact]
    public async Task The_sample_of_its_page_is_of_the_program_that_the_test_above_runs()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(PackedLibrary.RepositoryRoot, "eng/package/testing/README.md"));
        var program = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Consumers/Testing/Program.cs"));

        var start = page.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;

        Assert.Contains(page[start..page.IndexOf("```", start, StringComparison.Ordinal)], program, StringComparison.Ordinal);
    }
}
