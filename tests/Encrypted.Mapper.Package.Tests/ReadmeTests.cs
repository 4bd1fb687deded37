namespace Encrypted.Mapper.Package.Tests;

/// <summary>The README's sample is one that compiles.</summary>
public sealed class ReadmeTests(PackedLibrary library)
{
    [Fact]
    public async Task Its_sample_is_the_program_that_the_next_test_builds()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(PackedLibrary.RepositoryRoot, "README.md"));
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
