using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Encrypted.Mapper.Generators.Tests.Support;

/// <summary>A run of the generator.</summary>
/// <param name="Driver">The driver, for a further run.</param>
/// <param name="Result">What it produced.</param>
/// <param name="Output">The compilation with what it produced.</param>
internal sealed record Generation(GeneratorDriver Driver, GeneratorRunResult Result, Compilation Output)
{
    public static Generation Of(Compilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new EntityModelGenerator().AsSourceGenerator()],
            parseOptions: Sources.Parsing,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Run(driver, compilation);
    }

    public Generation Again(Compilation compilation) => Run(Driver, compilation);

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files
        => Result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());

    /// <summary>Every error of the compilation, and every warning in generated code.</summary>
    public ImmutableArray<Diagnostic> Problems
        => [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && IsGenerated(diagnostic.Location.SourceTree)))];

    private bool IsGenerated(SyntaxTree? tree) => Result.GeneratedSources.Any(file => file.SyntaxTree == tree);

    private static Generation Run(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new Generation(driver, result, output);
    }
}
