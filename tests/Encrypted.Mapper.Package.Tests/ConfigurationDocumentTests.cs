namespace Encrypted.Mapper.Package.Tests;

/// <summary>The examples of the page on configuration are ones that compile, with the namespaces that it names and no others.</summary>
public sealed class ConfigurationDocumentTests(PackedLibrary library)
{
    private const string Project = "Configuration";
    private const string Opening = "```csharp\n";

    [Fact]
    public async Task Its_examples_stand_in_the_project_that_the_next_test_builds()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(PackedLibrary.RepositoryRoot, "docs/configuration.md"));
        var code = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Consumers", Project, "Samples.cs"));

        var examples = page.Split(Opening)[1..].Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToList();

        Assert.NotEmpty(examples);
        Assert.Equal(Usings(examples[0]), Usings(code));
        Assert.All(examples, example => Assert.Contains(Flat(example), Flat(code), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_examples_compile_on_the_package_alone()
    {
        var consumer = await library.NewConsumerAsync();
        await consumer.AddProjectAsync(Project, consumer.PackageReference + Consumer.Container);

        await consumer.BuildAsync(Project);
    }

    private static IEnumerable<string> Usings(string code) => code.Split('\n').Where(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('='));

    // Indentation and empty lines apart.
    private static string Flat(string code) => string.Concat(code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line + "\n"));
}
