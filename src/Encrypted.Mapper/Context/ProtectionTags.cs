using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context;

/// <summary>Looks for protection attributes on a type, its bases and interfaces, their members, and the types of those members.</summary>
internal static class ProtectionTags
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Annotations = typeof(EncryptedAttribute).Assembly;

    /// <summary>The name of the first tagged type or member, or <see langword="null"/>.</summary>
    public static string? FindIn(Type type) => Search(type, []);

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A member that the trimmer removed can't be mapped by the stock context either.")]
    private static string? Search(Type? type, HashSet<Type> seen)
    {
        if (type is null || !seen.Add(type))
        {
            return null;
        }

        return SearchParts(type, seen) ?? (type.Module == typeof(object).Module ? null : SearchDeclaration(type, seen));
    }

    private static string? SearchParts(Type type, HashSet<Type> seen)
    {
        if (Search(type.GetElementType(), seen) is { } found)
        {
            return found;
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            if (Search(argument, seen) is { } inArgument)
            {
                return inArgument;
            }
        }

        return null;
    }

    private static string? SearchDeclaration([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type, HashSet<Type> seen)
    {
        if (IsTagged(type))
        {
            return type.Name;
        }

        if (Search(type.BaseType, seen) is { } inBase)
        {
            return inBase;
        }

        foreach (var implemented in type.GetInterfaces())
        {
            if (Search(implemented, seen) is { } inInterface)
            {
                return inInterface;
            }
        }

        return SearchMembers(type, seen) ?? SearchDerivedTypes(type, seen);
    }

    private static string? SearchMembers([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type, HashSet<Type> seen)
    {
        foreach (var property in type.GetProperties(Declared | BindingFlags.Instance))
        {
            if (SearchMember(type, property, property.PropertyType, seen) is { } found)
            {
                return found;
            }
        }

        foreach (var field in type.GetFields(Declared | BindingFlags.Instance))
        {
            if (SearchMember(type, field, field.FieldType, seen) is { } found)
            {
                return found;
            }
        }

        return SearchStaticMembers(type);
    }

    /// <summary>Static members aren't mapped, so that their types don't matter; a tag on one is a mistake all the same.</summary>
    private static string? SearchStaticMembers([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        foreach (var member in type.GetMembers(Declared | BindingFlags.Static))
        {
            if (member is PropertyInfo or FieldInfo && IsTagged(member))
            {
                return type.Name + "." + member.Name;
            }
        }

        return null;
    }

    private static string? SearchMember(Type type, MemberInfo member, Type memberType, HashSet<Type> seen)
        => IsTagged(member) ? type.Name + "." + member.Name : SearchDerivedTypes(member, seen) ?? Search(memberType, seen);

    private static string? SearchDerivedTypes(MemberInfo member, HashSet<Type> seen)
    {
        foreach (var polymorphic in member.GetCustomAttributes<DynamoDBPolymorphicTypeAttribute>(inherit: false))
        {
            if (Search(polymorphic.DerivedType, seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsTagged(MemberInfo member)
    {
        foreach (var attribute in member.CustomAttributes)
        {
            if (attribute.AttributeType.Assembly == Annotations)
            {
                return true;
            }
        }

        return false;
    }
}
