using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Turns a type into the model of an encrypted entity, or into findings that say why it can't be one.</summary>
internal static class EntityParser
{
    /// <summary>The generator's transform: the model alone, without a trace of symbols.</summary>
    public static EntitySpec? ParseSpec(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type)
        {
            return null;
        }

        // A type with both attributes is met twice, and is a table type.
        var isTableStep = TypeNames.SdkName(context.Attributes[0]) == TypeNames.Table;
        if (!isTableStep && type.GetAttributes().Any(static attribute => TypeNames.SdkName(attribute) == TypeNames.Table))
        {
            return null;
        }

        return Parse(type, context.SemanticModel.Compilation, cancellation)?.Spec;
    }

    /// <summary>Parses a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="compilation">The compilation that it belongs to.</param>
    /// <param name="cancellation">Cancels the parsing.</param>
    /// <returns>The result, or <see langword="null"/> for a type that is no encrypted entity.</returns>
    public static ParsedEntity? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var declaration = EntityDeclaration.Of(type);
        var members = MemberCollector.Collect(type, cancellation);
        if (declaration.Own is null && !members.Any(static member => member.Attributes.Protections.Count > 0))
        {
            return null;
        }

        var findings = new Findings(type, cancellation);
        var access = new MemberAccess(compilation);
        CheckType(type, declaration, access, findings);
        var nested = new NestedTypes(access, findings);
        var attributes = new EntityMembers(type, declaration, nested, findings).Parse(members);
        var keys = EntityKeys.Of(type, attributes, findings);
        EntityProtection.Check(type, attributes, findings);
        return new ParsedEntity(
            declaration.TableName,
            attributes,
            findings.Items,
            findings.HasErrors ? null : Spec(type, declaration, keys, attributes, nested));
    }

    private static void CheckType(INamedTypeSymbol type, EntityDeclaration declaration, MemberAccess access, Findings findings)
    {
        if (IsGeneric(type))
        {
            findings.Add(Rules.OpenGeneric, null, type, type.Name);
        }

        if (access.Obstacle(type) is { } obstacle)
        {
            findings.Add(Rules.InaccessibleMember, null, type, type.Name, obstacle);
        }
        else if (type.IsAbstract)
        {
            findings.Add(Rules.InaccessibleMember, null, type, type.Name, "an abstract type has no instances");
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.GetAttributes().FirstOrDefault(static attribute => TypeNames.SdkName(attribute) == TypeNames.Constructor) is { } attribute)
            {
                findings.Add(Rules.UnsupportedMapping, attribute, type, type.Name, MemberParser.Describe(attribute));
            }
        }

        if (declaration.TableProblem is { } problem)
        {
            findings.Add(Rules.NoTable, declaration.Own, type, type.Name, problem);
        }
    }

    private static EntitySpec Spec(
        INamedTypeSymbol type,
        EntityDeclaration declaration,
        EntityKeys keys,
        List<EntityAttribute> attributes,
        NestedTypes nested)
    {
        var includesKeys = attributes.Any(static attribute => attribute.Action == AttributeAction.SignAndIncludeInEncryptionContext);
        var specs = attributes.Select(attribute => attribute.ToSpec(includesKeys)).ToImmutableArray();
        var members = attributes.Select(static attribute => attribute.ToMember()).ToImmutableArray();
        var body = new ObjectSpec(
            CodeNames.Type(type),
            type.IsValueType,
            IsAbstract: false,
            new EquatableArray<MemberSpec>(members),
            EquatableArray<DerivedSpec>.Empty);
        return new EntitySpec(
            body.TypeName,
            ModelNames.Of(type),
            declaration.TableName!,
            declaration.Conversion,
            keys.PartitionKey!,
            keys.SortKey,
            new EquatableArray<AttributeSpec>(specs),
            new EquatableArray<IndexSpec>(keys.Indexes),
            keys.Version,
            body,
            new EquatableArray<NestedTypeSpec>(nested.ToSpecs()));
    }

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }
}
