using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>Reports, while one types, what keeps a type from being the encrypted entity that its annotations ask for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntityAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.ClearMemberProtected,
        Rules.TwoProtections,
        Rules.UnsupportedType,
        Rules.Unmarked,
        Rules.InaccessibleMember,
        Rules.SignedAndUnprotected,
        Rules.AttributeName,
        Rules.NoTable,
        Rules.IgnoredAndProtected,
        Rules.EncryptedEpoch,
        Rules.ServerComputed,
        Rules.UnsupportedMapping,
        Rules.NestedProtection,
        Rules.OpenGeneric,
        Rules.NoConstructor,
        Rules.GenericAccess,
        Rules.VersionNotWritable,
        Rules.Converter,
        Rules.ExtensionData,
        Rules.BranchKeyOutsideKey,
        Rules.TwoBranchKeys,
        Rules.BranchKeyType,
        Rules.BranchKeyDiffers);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(TypeNames.EncryptedEntityAttribute) is null)
            {
                return;
            }

            var tables = new TableProtections(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, tables), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, TableProtections tables)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var finding in EntityCheck.Check(type, context.Compilation, tables, context.CancellationToken))
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
