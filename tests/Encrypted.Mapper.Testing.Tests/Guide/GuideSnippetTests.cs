namespace Encrypted.Mapper.Testing.Tests.Guide;

/// <summary>Every sample of the guide is code that is compiled and run.</summary>
public sealed class GuideSnippetTests
{
    private const string Fence = "```";

    [Fact]
    public void Every_sample_stands_in_a_test()
    {
        var root = Root();
        var code = string.Concat(Directory.GetFiles(Path.Combine(root, "tests/Encrypted.Mapper.Testing.Tests/Guide"), "*.cs").Select(file => Flat(File.ReadAllText(file))));

        var samples = Samples(File.ReadAllText(Path.Combine(root, "docs/testing.md"))).ToList();

        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Contains(Flat(sample), code, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Samples(string page)
    {
        const string Opening = Fence + "csharp\n";
        for (var start = page.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = page.IndexOf(Opening, start + 1, StringComparison.Ordinal))
        {
            var sample = start + Opening.Length;
            yield return page[sample..page.IndexOf(Fence, sample, StringComparison.Ordinal)];
        }
    }

    // Indentation apart. The guide leaves the runner's cancellation token out.
    private static string Flat(string code)
        => string.Concat(code.Replace(", Cancellation)", ")", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line + "\n"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Encrypted.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't stand inside the repository.");
        }

        return folder.FullName;
    }
}
