using System.Collections.Immutable;
using Amazon.DynamoDBv2.DataModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Encrypted.Mapper.Generators.Tests.Support;

/// <summary>Compilations as a user's project would be: C# 12, nullable enabled, the package referenced.</summary>
internal static class Sources
{
    private const string Unmarked = "ENCM004";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using Amazon.DynamoDBv2;
        global using Amazon.DynamoDBv2.DataModel;
        global using Amazon.DynamoDBv2.Model;
        global using Encrypted.Mapper;
        global using Encrypted.Mapper.Conversion;
        global using Encrypted.Mapper.Model;

        """;

    // As every SDK project does: the SDK's assemblies were built against an older framework.
    // And the entities of these tests are small, with properties that say nothing of their protection.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_off = new Dictionary<string, ReportDiagnostic>
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
        [Unmarked] = ReportDiagnostic.Suppress,
    }.ToImmutableDictionary();

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static CSharpCompilation Compile(string source, string assemblyName = "Shop", params MetadataReference[] references)
        => Compile([source], assemblyName, references);

    public static CSharpCompilation Compile(string[] sources, string assemblyName, params MetadataReference[] references)
        => CSharpCompilation.Create(
            assemblyName,
            sources.Prepend(Usings).Select(static (text, index) => CSharpSyntaxTree.ParseText(text, Parsing, path: $"File{index}.cs")),
            [.. Basic.Reference.Assemblies.Net100.References.All, .. Package(), .. references],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                specificDiagnosticOptions: s_off));

    /// <summary>A project of an editor's workspace, with the warning of unmarked properties switched on.</summary>
    public static Project Project(params string[] sources)
    {
        var compilation = CompileStrictly(string.Empty);
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Shop",
            "Shop",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: Parsing,
            metadataReferences: compilation.References));
        foreach (var (text, index) in sources.Prepend(Usings).Select(static (text, index) => (text, index)))
        {
            project = project.AddDocument($"File{index}.cs", text, filePath: $"File{index}.cs").Project;
        }

        return project;
    }

    /// <summary>A compilation with the warning of unmarked properties switched on.</summary>
    public static CSharpCompilation CompileStrictly(string source)
    {
        var compilation = Compile(source);
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(s_off.Remove(Unmarked)));
    }

    private static IEnumerable<MetadataReference> Package()
        => new[] { typeof(EncryptedAttribute), typeof(DynamoDBTableAttribute), typeof(Amazon.Runtime.AmazonServiceClient) }
            .Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location));
}
