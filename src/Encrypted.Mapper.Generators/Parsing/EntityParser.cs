using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        if (declaration.Own is null && !IsMarked(members) && !HasMarkedDerived(type, cancellation))
        {
            return null;
        }

        var findings = new Findings(type, cancellation);
        var access = new MemberAccess((CSharpCompilation)compilation);
        var derived = DerivedType.Read(type, DerivedType.ListedOn(type), type, access, findings);
        CheckType(type, declaration, access, findings);
        if (!access.IsReachable(type))
        {
            return new ParsedEntity(declaration.TableName, [], findings.Items, Spec: null);
        }

        var nested = new NestedTypes(access, findings);
        var parser = new EntityMembers(type, declaration, nested, findings);
        var body = parser.Parse(type, members, derived.Count > 0);
        var isTemplate = type.IsAbstract && derived.Count == 0;
        var keys = EntityKeys.Of(type, parser, isTemplate, findings);
        body = body with { Derived = new EquatableArray<DerivedSpec>(derived.Select(item => Parse(item, parser, findings)).ToImmutableArray()) };
        keys = keys with { Indexes = IndexKeys.Of(parser.Attributes, keys.PartitionKey, findings) };
        EntityProtection.Check(type, declaration, parser.Attributes, findings);
        BranchKeyMember.Check(type, parser.Attributes, isTemplate, findings);
        return new ParsedEntity(
            declaration.TableName,
            parser.Attributes,
            findings.Items,
            findings.HasErrors || isTemplate ? null : Spec(type, declaration, keys, parser, body, nested));
    }

    private static DerivedSpec Parse(DerivedType derived, EntityMembers parser, Findings findings)
    {
        var inherited = parser.Attributes.Count;
        var members = MemberCollector.Collect(derived.Type, findings.Cancellation);
        var body = parser.Parse(derived.Type, members, hasDiscriminator: true);
        foreach (var attribute in parser.Attributes.Skip(inherited))
        {
            if (attribute.IsTableKey || attribute.Member.Attributes.IsVersion)
            {
                findings.Add(Rules.UnsupportedMapping, null, attribute.Member.Symbol, attribute.Member.Name, "a table key or version that its base type doesn't have");
            }
        }

        return new DerivedSpec(derived.Discriminator, body);
    }

    private static bool IsMarked(List<MappedMember> members)
        => members.Any(static member => member.Attributes.Protections.Count > 0 || member.Attributes.IsExtensionData || member.Attributes.BranchKey is not null);

    private static bool HasMarkedDerived(INamedTypeSymbol type, CancellationToken cancellation)
        => DerivedType.ListedOn(type)
            .Select(static attribute => AttributeArguments.Type(attribute, "derivedType", string.Empty))
            .OfType<INamedTypeSymbol>()
            .Any(derived => IsMarked(MemberCollector.Collect(derived, cancellation)));

    private static void CheckType(INamedTypeSymbol type, EntityDeclaration declaration, MemberAccess access, Findings findings)
    {
        if (MemberAccess.IsGeneric(type))
        {
            findings.Add(Rules.OpenGeneric, null, type, type.Name);
        }

        if (access.Obstacle(type) is { } obstacle)
        {
            findings.Add(Rules.InaccessibleMember, null, type, type.Name, obstacle);
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
        EntityMembers members,
        ObjectSpec body,
        NestedTypes nested)
    {
        var attributes = members.Attributes;
        var includesKeys = attributes.Any(static attribute => attribute.Action == CryptoAction.SignAndIncludeInEncryptionContext);
        var specs = attributes.Select(attribute => attribute.ToSpec(includesKeys));
        if (body.Derived.Count > 0)
        {
            specs = specs.Append(Discriminator());
        }

        return new EntitySpec(
            body.TypeName,
            ModelNames.Of(type),
            declaration.TableName!,
            declaration.Conversion,
            keys.PartitionKey!,
            keys.SortKey,
            BranchKeyMember.Of(attributes)?.Name,
            new EquatableArray<AttributeSpec>(specs.ToImmutableArray()),
            new EquatableArray<IndexSpec>(keys.Indexes),
            keys.Version,
            members.Extension is { } extension ? new ExtensionSpec(extension.Identifier, members.AccessOf(extension)) : null,
            body,
            new EquatableArray<NestedTypeSpec>(nested.ToSpecs()),
            members.Accessors);
    }

    private static AttributeSpec Discriminator()
        => new(
            DerivedType.AttributeName,
            DerivedType.AttributeName,
            CryptoAction.SignOnly,
            "s_discriminatorPath",
            new ConversionSpec("string", ScalarTypes.Prefix + "StringConversion"),
            Element: null);
}
