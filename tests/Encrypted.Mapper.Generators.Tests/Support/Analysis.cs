using System.Collections.Immutable;
using System.Globalization;
using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Encrypted.Mapper.Generators.Tests.Support;

/// <summary>Runs the analyzers over a source in which <c>[|…|]</c> marks where they are to report.</summary>
internal static class Analysis
{
    /// <summary>Asserts that one rule is reported at each mark, and nothing else anywhere.</summary>
    public static async Task Reports(string id, string marked)
    {
        var (source, spans) = Marks.Take(marked);
        var diagnostics = await Run(source);

        Assert.Equal(
            spans.Select(span => $"{id} at {span}"),
            diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan).Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}"));
        Assert.All(diagnostics, static diagnostic => Assert.DoesNotContain("{", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        if (diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            AssertModelMissing(source);
        }
    }

    /// <summary>Asserts that nothing is reported and that the generated code compiles without a warning.</summary>
    public static async Task Accepts(string source)
    {
        Assert.Empty(await Run(source));
        var generation = Generation.Of(Sources.Compile(source));
        Assert.Empty(generation.Problems);
    }

    /// <summary>As <see cref="Reports"/>, with the warning of unmarked properties switched on.</summary>
    public static async Task Warns(string id, string marked)
    {
        var (source, spans) = Marks.Take(marked);
        var diagnostics = await Run(Sources.CompileStrictly(source));

        Assert.Equal(
            spans.Select(span => $"{id} at {span}"),
            diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan).Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}"));
        Assert.All(diagnostics, static diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
        Assert.Empty(Generation.Of(Sources.Compile(source)).Problems);
    }

    /// <summary>As <see cref="Accepts"/>, with the warning of unmarked properties switched on.</summary>
    public static async Task AcceptsStrictly(string source)
    {
        Assert.Empty(await Run(Sources.CompileStrictly(source)));
        Assert.Empty(Generation.Of(Sources.Compile(source)).Problems);
    }

    public static Task<ImmutableArray<Diagnostic>> Run(string source) => Run(Sources.Compile(source));

    private static Task<ImmutableArray<Diagnostic>> Run(Compilation compilation)
        => compilation
            .WithAnalyzers([new EntityAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    // The type with the error is called Wrong in every test.
    private static void AssertModelMissing(string source)
        => Assert.DoesNotContain("Wrong.g.cs", Generation.Of(Sources.Compile(source)).Files.Keys);
}
