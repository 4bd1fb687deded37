using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>
/// Finds the members that the SDK maps: instance properties with getter and setter of any accessibility, and public
/// writable fields, of the type and its base types. A name that a derived type declares hides that of a base type.
/// </summary>
internal static class MemberCollector
{
    public static List<MappedMember> Collect(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var members = new List<MappedMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var symbol in current.GetMembers())
            {
                if (Map(symbol) is { } member && !names.Contains(member.Name))
                {
                    members.Add(member);
                }
            }

            names.UnionWith(members.Where(static member => member.IsReadWrite || member.Symbol.IsOverride).Select(static member => member.Name));
        }

        return members;
    }

    private static MappedMember? Map(ISymbol symbol)
    {
        return symbol switch
        {
            IPropertySymbol { IsStatic: true } property => Unstored(property, property.Type),
            IFieldSymbol { IsStatic: true } field => Unstored(field, field.Type),
            IPropertySymbol property => Map(property),
            IFieldSymbol { DeclaredAccessibility: Accessibility.Public, IsConst: false } field
                => new MappedMember(field, field.Type, MemberAttributes.Of(field), !field.IsReadOnly),
            IFieldSymbol field => Unstored(field, field.Type),
            _ => null,
        };
    }

    /// <summary>What is never stored, but mustn't carry a protection that is passed over in silence.</summary>
    private static MappedMember? Unstored(ISymbol member, ITypeSymbol type)
        => MemberAttributes.Of(member) is var attributes && (attributes.Protections.Count > 0 || attributes.IsExtensionData || attributes.BranchKey is not null)
            ? new MappedMember(member, type, attributes, IsReadWrite: false)
            : null;

    private static MappedMember Map(IPropertySymbol property)
    {
        var member = new MappedMember(property, property.Type, MemberAttributes.Of(property), IsReadWrite: false);
        return member with { IsReadWrite = member.Getter is not null && member.Setter is not null };
    }
}
