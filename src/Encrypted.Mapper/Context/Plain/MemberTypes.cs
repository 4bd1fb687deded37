using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>Tells which members of a plain type can hold instances of types that its declaration doesn't show.</summary>
internal static class MemberTypes
{
    /// <summary>The mapped members whose values may be of a subclass, or may hold something that is.</summary>
    public static MemberInfo[] OpenMembersOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
        => [.. MappedMembers(type).Where(member => !IsClosed(member.Type, [type])).Select(member => member.Member)];

    /// <summary>Whether a value is one of the runtime's or the SDK's own, such as a text, a number or a date.</summary>
    public static bool IsSystemValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive
            || type.IsEnum
            || type == typeof(string)
            || (IsOfSystem(type) && !type.IsGenericType && !type.IsInterface && type != typeof(object) && !typeof(IEnumerable).IsAssignableFrom(type));
    }

    /// <summary>Whether a type is the runtime's or the SDK's own, so that it can't be tagged.</summary>
    public static bool IsOfSystem(Type type)
        => type.Assembly == typeof(object).Assembly
            || (type.Assembly.GetName().Name is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("AWSSDK.", StringComparison.Ordinal)));

    /// <summary>Whether all values of a declared type are of known types, none of which is tagged.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A member that the trimmer removed can't be mapped by the stock context either.")]
    private static bool IsClosed(Type type, HashSet<Type> seen)
    {
        if (IsSystemValue(type) || !seen.Add(type))
        {
            return true;
        }

        if (type.IsArray || (typeof(IEnumerable).IsAssignableFrom(type) && IsOfSystem(type) && type.IsGenericType))
        {
            return type.IsArray ? IsClosed(type.GetElementType()!, seen) : type.GenericTypeArguments.All(argument => IsClosed(argument, seen));
        }

        // A cycle adds nothing that its other members don't show. Only a sealed type has no subclasses.
        return (type.IsSealed || type.IsValueType)
            && !typeof(IEnumerable).IsAssignableFrom(type)
            && MappedMembers(type).All(member => IsClosed(member.Type, seen));
    }

    private static IEnumerable<(MemberInfo Member, Type Type)> MappedMembers([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(DynamoDBIgnoreAttribute), inherit: true))
            {
                yield return (property, property.PropertyType);
            }
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!field.IsDefined(typeof(DynamoDBIgnoreAttribute), inherit: true))
            {
                yield return (field, field.FieldType);
            }
        }
    }
}
