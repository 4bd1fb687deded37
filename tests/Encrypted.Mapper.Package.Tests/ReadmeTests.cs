namespace Encrypted.Mapper.Package.Tests;

/// <summary>The sample of both READMEs, the repository's and the package's, is one that compiles.</summary>
public sealed class ReadmeTests(PackedLibrary library)
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("eng/package/README.md")]
    public async Task Its_sample_is_the_program_that_the_next_test_builds(string path)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(PackedLibrary.RepositoryRoot, path));
        var program = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Consumers/Readme/Program.cs"));

        var start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        var sample = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];

        Assert.Equal(program, sample);
    }

    [Fact]
    public async Task Its_sample_compiles_on_the_package_alone()
    {
        var consumer = await library.NewConsumerAsync();
        await consumer.AddProjectAsync("Readme", consumer.PackageReference + Consumer.Container);

        await consumer.BuildAsync("Readme");
    }
}
