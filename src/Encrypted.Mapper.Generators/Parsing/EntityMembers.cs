using System.Collections.Immutable;
using System.Globalization;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Parses the members of an entity, and of the types of its closed set, into top-level attributes.</summary>
/// <param name="entity">The entity.</param>
/// <param name="declaration">What the entity's own attributes say.</param>
/// <param name="nested">Its nested types.</param>
/// <param name="findings">Where errors go.</param>
internal sealed class EntityMembers(INamedTypeSymbol entity, EntityDeclaration declaration, NestedTypes nested, Findings findings)
{
    private static readonly string[] s_reservedPrefixes = ["aws_dbe_", "aws-crypto-"];

    private readonly AccessorTable _accessors = new();
    private readonly Dictionary<string, EntityAttribute> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pathFields = new(StringComparer.Ordinal);

    /// <summary>The attributes of all types that were parsed, each once.</summary>
    public List<EntityAttribute> Attributes { get; } = [];

    /// <summary>The member for the attributes that the entity doesn't map, if it has one.</summary>
    public MappedMember? Extension { get; private set; }

    /// <summary>What the members need to be reached.</summary>
    public EquatableArray<AccessorSpec> Accessors => _accessors.ToSpecs();

    /// <summary>Parses the members of the entity or of one type of its closed set.</summary>
    /// <param name="type">The type.</param>
    /// <param name="members">Its members.</param>
    /// <param name="hasDiscriminator">Whether a discriminator is stored beside them.</param>
    /// <returns>The shape of the type.</returns>
    public ObjectSpec Parse(INamedTypeSymbol type, List<MappedMember> members, bool hasDiscriminator)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (hasDiscriminator)
        {
            names.Add(DerivedType.AttributeName, "the discriminator");
        }

        var construction = Construction.Of(type, members, type, nested.Access, findings);
        var isEntity = SymbolEqualityComparer.Default.Equals(type, entity);
        Extension = ExtensionMember.Take(members, type, Extension, isEntity, nested.Access, findings) ?? Extension;
        var specs = ImmutableArray.CreateBuilder<MemberSpec>();
        foreach (var member in construction.Bind(members))
        {
            findings.Cancellation.ThrowIfCancellationRequested();
            if (Parse(type, member, names) is { } attribute)
            {
                specs.Add(new MemberSpec(
                    member.Identifier,
                    attribute.Name,
                    _byName[attribute.Name].PathField,
                    attribute.Resolution.ToSpec(),
                    AccessOf(member)));
            }
        }

        return new ObjectSpec(
            CodeNames.Type(type),
            type.IsValueType,
            type.IsAbstract,
            construction.ToSpec(specs, _accessors),
            new EquatableArray<MemberSpec>(specs.ToImmutable()),
            EquatableArray<DerivedSpec>.Empty);
    }

    /// <summary>How a member is read and written.</summary>
    public MemberAccessSpec AccessOf(MappedMember member) => nested.Access.Of(member, _accessors);

    private EntityAttribute? Parse(INamedTypeSymbol type, MappedMember member, Dictionary<string, string> names)
    {
        if (nested.Members.Parse(member, type, declaration.Casing) is not { } resolution)
        {
            return null;
        }

        var name = MemberParser.AttributeName(member, declaration.Casing);
        var isRepeated = !CheckName(member, name, names);
        var action = ProtectionRules.ActionOf(member, declaration.SignsUnmarked);
        resolution = EpochTypes.Apply(member, resolution, type, findings);
        if (_byName.TryGetValue(name, out var known))
        {
            if (known.Action != action && !isRepeated)
            {
                findings.Add(Rules.AttributeName, null, member.Symbol, member.Name, name, $"'{known.Member.Symbol.ContainingType.Name}.{known.Member.Name}' is stored there with another protection");
            }

            if (known.Member.Attributes.BranchKey is null && !isRepeated)
            {
                BranchKeyMember.Refuse(member, $"'{known.Member.Symbol.ContainingType.Name}.{known.Member.Name}' is stored there without [BranchKey], and the key must be known before the type", findings);
            }

            return known with { Member = member, Resolution = resolution };
        }

        var attribute = new EntityAttribute(member, name, action, resolution, PathField(member.Name));
        _byName.Add(name, attribute);
        Attributes.Add(attribute);
        return attribute;
    }

    private bool CheckName(MappedMember member, string name, Dictionary<string, string> names)
    {
        if (s_reservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            findings.Add(Rules.AttributeName, member.Attributes.Name, member.Symbol, member.Name, name, "the prefix belongs to the item format");
        }

        if (names.TryGetValue(name, out var other))
        {
            findings.Add(Rules.AttributeName, member.Attributes.Name, member.Symbol, member.Name, name, $"'{other}' is stored there already");
            return false;
        }

        names.Add(name, member.Name);
        return true;
    }

    private string PathField(string property)
    {
        var field = property + "Path";
        for (var i = 2; !_pathFields.Add(field); i++)
        {
            field = property + "Path" + i.ToString(CultureInfo.InvariantCulture);
        }

        return field;
    }
}
