using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>
/// The states of instances, for as long as these live, whichever context they were read through. Only instances whose
/// save depends on it are here. A struct has no identity, and is never here.
/// </summary>
internal static class LoadedStates
{
    private static readonly ConditionalWeakTable<object, LoadedState> s_states = [];

    public static bool TryFind(object entity, [NotNullWhen(true)] out LoadedState? state) => s_states.TryGetValue(entity, out state);

    public static void Set(object entity, LoadedState state)
    {
        if (!entity.GetType().IsValueType)
        {
            s_states.AddOrUpdate(entity, state);
        }
    }

    public static void Forget(object entity) => s_states.Remove(entity);
}
