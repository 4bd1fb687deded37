using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>Finds what is wrong with one type.</summary>
internal static class EntityCheck
{
    public static IEnumerable<Finding> Check(
        INamedTypeSymbol type,
        Compilation compilation,
        TableProtections tables,
        CancellationToken cancellation)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return [];
        }

        if (!EntityTypes.IsAnnotated(type))
        {
            return UnannotatedCheck.Check(type, cancellation);
        }

        return EntityParser.Parse(type, compilation, cancellation) is { } entity
            ? entity.Findings.Concat(tables.Conflicts(type, entity, cancellation)).Concat(tables.BranchKeyConflicts(type, entity, cancellation))
            : PlainTableCheck.Check(type, cancellation);
    }
}
