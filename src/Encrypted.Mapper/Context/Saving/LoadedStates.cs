using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>
/// The states of instances, for as long as these live, whichever context they were read through. Only instances whose
/// save depends on it are here; a program that has none never touches the table. A struct has no identity, and is never here.
/// </summary>
internal static class LoadedStates
{
    private static readonly ConditionalWeakTable<object, LoadedState> s_states = [];
    private static volatile bool s_isUsed;

    public static bool TryFind(object entity, [NotNullWhen(true)] out LoadedState? state)
    {
        state = null;
        return s_isUsed && s_states.TryGetValue(entity, out state);
    }

    public static void Set(object entity, LoadedState state)
    {
        if (!entity.GetType().IsValueType)
        {
            s_isUsed = true;
            s_states.AddOrUpdate(entity, state);
        }
    }

    public static void Forget(object entity)
    {
        if (s_isUsed)
        {
            s_states.Remove(entity);
        }
    }
}
