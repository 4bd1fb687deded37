using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>
/// Looks for encrypted entities among the values that a plain entity holds: a member that is declared as a plain type
/// may hold an instance of a tagged subclass. Members whose types leave no room for one aren't read.
/// </summary>
/// <param name="check">Throws for a type that isn't plain.</param>
internal sealed class NestedValues(Action<Type> check)
{
    private readonly ConcurrentDictionary<Type, MemberInfo[]> _open = new();

    public void Refuse(object entity) => VisitMembers(entity, new(ReferenceEqualityComparer.Instance));

    private void Visit(object? value, HashSet<object> seen)
    {
        if (value is null || MemberTypes.IsSystemValue(value.GetType()))
        {
            return;
        }

        if (!MemberTypes.IsOfSystem(value.GetType()))
        {
            check(value.GetType());
        }

        if (value is IEnumerable collection)
        {
            VisitElements(value is IDictionary dictionary ? dictionary.Values : collection, seen);
            return;
        }

        VisitMembers(value, seen);
    }

    private void VisitElements(IEnumerable elements, HashSet<object> seen)
    {
        if (!seen.Add(elements))
        {
            return;
        }

        foreach (var element in elements)
        {
            Visit(element, seen);
        }
    }

    private void VisitMembers(object value, HashSet<object> seen)
    {
        var type = value.GetType();
        if (!type.IsValueType && !seen.Add(value))
        {
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var member in OpenMembers(type))
        {
            Visit(Read(member, value), seen);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A member that the trimmer removed can't be mapped by the stock context either.")]
    private MemberInfo[] OpenMembers(Type type)
        => _open.TryGetValue(type, out var members) ? members : _open.GetOrAdd(type, MemberTypes.OpenMembersOf(type));

    private static object? Read(MemberInfo member, object value)
        => member is PropertyInfo property
            ? property.GetValue(value, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null)
            : ((FieldInfo)member).GetValue(value);
}
