using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The member for extension data. It is no attribute of its own, so that it is taken out of the members that are stored.</summary>
internal static class ExtensionMember
{
    private const string TypeName = "Encrypted.Mapper.ExtensionAttributes";

    /// <summary>Takes the member out of those of an entity, or of a type of its closed set.</summary>
    /// <param name="members">The type's members, which are left without it.</param>
    /// <param name="owner">The type.</param>
    /// <param name="ofEntity">The entity's own member, if the type is one of its closed set and inherits it.</param>
    /// <param name="isEntity">Whether the type is the entity itself.</param>
    /// <param name="access">What generated code can access.</param>
    /// <param name="findings">Where errors go.</param>
    /// <returns>The member; <see langword="null"/> when there is none that can be used.</returns>
    public static MappedMember? Take(List<MappedMember> members, INamedTypeSymbol owner, MappedMember? ofEntity, bool isEntity, MemberAccess access, Findings findings)
    {
        MappedMember? found = null;
        foreach (var member in members.Where(static member => member.Attributes.IsExtensionData))
        {
            if (!isEntity && SymbolEqualityComparer.Default.Equals(member.Symbol, ofEntity?.Symbol))
            {
                continue;
            }

            if (Problem(member, owner, found is not null, isEntity, access) is { } problem)
            {
                findings.Add(Rules.ExtensionData, null, member.Symbol, member.Name, problem);
            }
            else
            {
                found = member;
            }
        }

        members.RemoveAll(static member => member.Attributes.IsExtensionData);
        return found;
    }

    /// <summary>Takes such members out of those of a nested type, where they have no item of their own.</summary>
    public static void Refuse(List<MappedMember> members, Findings findings)
    {
        foreach (var member in members.Where(static member => member.Attributes.IsExtensionData))
        {
            findings.Add(Rules.ExtensionData, null, member.Symbol, member.Name, "a nested type is stored within one attribute");
        }

        members.RemoveAll(static member => member.Attributes.IsExtensionData);
    }

    private static string? Problem(MappedMember member, INamedTypeSymbol owner, bool isSecond, bool isEntity, MemberAccess access)
    {
        if (!isEntity)
        {
            return "the entity must declare it, and not one type of its closed set";
        }

        if (isSecond)
        {
            return "an entity has one such property";
        }

        if (member.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString() != TypeName)
        {
            return "its type must be 'ExtensionAttributes'";
        }

        if (member.Attributes.IsMapped || member.Attributes.Protections.Count > 0 || member.Attributes.Converter is not null || member.Attributes.BranchKey is not null)
        {
            return "it is no attribute of its own, and can't be mapped, ignored or protected";
        }

        if (!member.IsReadWrite)
        {
            return "it needs a getter and a setter";
        }

        return access.Obstacle(member, owner) ?? (access.GenericObstacle(member) is { } accessor ? $"the {accessor} belongs to a generic type" : null);
    }
}
