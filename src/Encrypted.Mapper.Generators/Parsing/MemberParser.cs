using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Parses what the members of entities and of nested types have in common.</summary>
/// <param name="access">What generated code can access.</param>
/// <param name="findings">Where errors go.</param>
/// <param name="types">Finds the members' conversions.</param>
internal sealed class MemberParser(MemberAccess access, Findings findings, TypeResolver types)
{
    private readonly ConverterTypes _converters = new(access, findings);

    /// <summary>Parses one member; <see langword="null"/> when it isn't stored or has an error, which is then reported.</summary>
    public Resolution? Parse(MappedMember member, INamedTypeSymbol owner, Casing casing)
    {
        var attributes = member.Attributes;
        if (!IsStored(member))
        {
            ReportIgnored(member);
            return null;
        }

        if (access.Obstacle(member, owner) is { } obstacle)
        {
            findings.Add(Rules.InaccessibleMember, null, member.Symbol, member.Name, obstacle);
            return null;
        }

        if (access.GenericObstacle(member) is { } accessor)
        {
            findings.Add(Rules.GenericAccess, null, member.Symbol, $"The {accessor} of '{member.Name}'", member.Symbol.ContainingType.Name);
            return null;
        }

        if (attributes.Protections.Count > 1)
        {
            findings.Add(Rules.TwoProtections, attributes.Protections[1], member.Symbol, member.Name);
        }

        foreach (var unsupported in attributes.Unsupported)
        {
            findings.Add(Rules.UnsupportedMapping, unsupported, member.Symbol, member.Name, Describe(unsupported));
        }

        if (attributes.Converter is not null || attributes.EntryConverter is not null)
        {
            return _converters.Resolve(member);
        }

        var resolution = types.Resolve(member.Type, casing, member, out var problem);
        if (problem.Length > 0)
        {
            findings.Add(Rules.UnsupportedType, null, member.Symbol, member.Name, owner.Name, problem);
        }

        if (attributes.PolymorphicTypes.Count > 0 && resolution is not null && !HasNested(resolution))
        {
            findings.Add(Rules.UnsupportedType, attributes.PolymorphicTypes[0], member.Symbol, member.Name, owner.Name, "a closed set of types is for classes and interfaces");
        }

        return resolution;
    }

    /// <summary>The name that a member is stored under. Casing applies to explicit names too, as in the SDK.</summary>
    public static string AttributeName(MappedMember member, Casing casing)
        => casing.Apply(member.Attributes.AttributeName ?? member.Name);

    /// <summary>Whether a member is stored, or is meant to be: one that can't be written is left out unless an attribute says that it counts.</summary>
    public static bool IsStored(MappedMember member)
    {
        var attributes = member.Attributes;
        return !attributes.IsIgnored && (member.IsReadWrite || member.Parameter is not null || attributes.IsMapped || attributes.Protections.Count > 0);
    }

    /// <summary>Parses the members of a nested type, of which only names, types and converters matter.</summary>
    public ObjectSpec ParseNested(NestedType nested, INamedTypeSymbol type, MappedMember user, Casing casing, bool hasDiscriminator)
    {
        var members = MemberCollector.Collect(type, findings.Cancellation);
        ExtensionMember.Refuse(members, findings);
        var construction = Construction.Of(type, members, user.Symbol, access, findings);
        var specs = ImmutableArray.CreateBuilder<MemberSpec>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (hasDiscriminator)
        {
            names.Add(DerivedType.AttributeName, DerivedType.AttributeName);
        }

        foreach (var member in construction.Bind(members))
        {
            if (Parse(member, type, casing) is not { } resolution)
            {
                continue;
            }

            if (member.Attributes.Protections.Count > 0)
            {
                nested.Protected.Add(member);
            }

            BranchKeyMember.Refuse(member, "its type is stored within one attribute", findings);
            AddChildren(nested, resolution);
            RefuseServerComputed(member);
            var name = AttributeName(member, casing);
            if (names.TryGetValue(name, out var other))
            {
                findings.Add(Rules.AttributeName, member.Attributes.Name, member.Symbol, member.Name, name, $"'{other}' is stored there already");
                continue;
            }

            names.Add(name, member.Name);
            specs.Add(new MemberSpec(member.Identifier, name, null, resolution.ToSpec(), access.Of(member, nested.Accessors)));
        }

        return new ObjectSpec(
            CodeNames.Type(type),
            type.IsValueType,
            type.IsAbstract,
            construction.ToSpec(specs, nested.Accessors),
            new EquatableArray<MemberSpec>(specs.ToImmutable()),
            EquatableArray<DerivedSpec>.Empty);
    }

    private void ReportIgnored(MappedMember member)
    {
        BranchKeyMember.Refuse(member, "it is never stored", findings);
        if (member.Attributes is { IsIgnored: true, Protections: { Count: > 0 } protections })
        {
            findings.Add(Rules.IgnoredAndProtected, protections[0], member.Symbol, member.Name, ProtectionRules.Label(protections[0]));
        }
    }

    private void RefuseServerComputed(MappedMember member)
    {
        if ((member.Attributes.AtomicCounter ?? member.Attributes.IfNotExists) is { } attribute)
        {
            findings.Add(Rules.UnsupportedMapping, attribute, member.Symbol, member.Name, Describe(attribute));
        }
    }

    public static string Describe(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.Name ?? string.Empty;
        var label = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
        return $"[{label}]";
    }

    private static bool HasNested(Resolution resolution)
        => resolution.Nested is not null || (resolution.Element is { } element && HasNested(element));

    private static void AddChildren(NestedType nested, Resolution resolution)
    {
        for (var current = resolution; current is not null; current = current.Element)
        {
            if (current.Nested is { } child)
            {
                nested.Children.Add(child);
            }
        }
    }
}
