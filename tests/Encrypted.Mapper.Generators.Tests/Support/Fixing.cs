using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Encrypted.Mapper.Generators.Tests.Support;

/// <summary>Applies code fixes to documents of a project, as an editor would.</summary>
/// <param name="fix">The fix.</param>
/// <param name="id">The rule whose diagnostics it mends.</param>
internal sealed class Fixing(CodeFixProvider fix, string id)
{
    /// <summary>What the user may choose from at the first diagnostic.</summary>
    public async Task<string[]> Offers(string source)
    {
        var document = Sources.Project(source).Documents.Last();
        var diagnostics = await Diagnostics(document.Project);
        return [.. (await Actions(document, diagnostics[0])).Select(static action => action.Title)];
    }

    /// <summary>The source after the choice at the first diagnostic.</summary>
    public async Task<string> One(string source, string title)
    {
        var document = Sources.Project(source).Documents.Last();
        var diagnostics = await Diagnostics(document.Project);
        var action = (await Actions(document, diagnostics[0])).Single(action => action.Title == title);
        return (await Apply(document.Project.Solution, action))[^1];
    }

    /// <summary>The sources after the choice was made for the whole project, in which the rule then reports nothing more.</summary>
    public async Task<string[]> All(string title, params string[] sources)
    {
        var project = Sources.Project(sources);
        var diagnostics = await Diagnostics(project);
        var first = project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var key = (await Actions(first, diagnostics[0])).Single(action => action.Title == title).EquivalenceKey;
        var context = new FixAllContext(first, fix, FixAllScope.Project, key!, [id], new Known(diagnostics), TestContext.Current.CancellationToken);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        var changed = await Changed(project.Solution, action!);
        Assert.Empty(await Diagnostics(changed.GetProject(project.Id)!));
        return await Texts(changed);
    }

    private static async Task<string[]> Apply(Solution solution, CodeAction action) => await Texts(await Changed(solution, action));

    private static async Task<Solution> Changed(Solution solution, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(solution, NoProgress.Instance, TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    // The first document holds the usings of all.
    private static async Task<string[]> Texts(Solution solution)
        => [.. (await Task.WhenAll(solution.Projects.Single().Documents.Select(static document => document.GetTextAsync()))).Skip(1).Select(static text => text.ToString())];

    private async Task<List<CodeAction>> Actions(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    private async Task<ImmutableArray<Diagnostic>> Diagnostics(Project project)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var diagnostics = await compilation.WithAnalyzers([new EntityAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == id).OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path).ThenBy(static diagnostic => diagnostic.Location.SourceSpan)];
    }

    private sealed class NoProgress : IProgress<CodeAnalysisProgress>
    {
        public static NoProgress Instance { get; } = new();

        public void Report(CodeAnalysisProgress value)
        {
        }
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
