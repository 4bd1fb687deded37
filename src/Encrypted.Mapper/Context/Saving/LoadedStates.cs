using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>
/// The states of instances, for as long as these live, whichever context they were read through. Only instances whose
/// save depends on it are here; a program that has none never touches the table. A struct has no identity, and is never here.
/// </summary>
internal static class LoadedStates
{
    private static readonly ConditionalWeakTable<object, InstanceStates> s_states = [];
    private static volatile bool s_isUsed;

    /// <summary>Finds what the instance was read from, or last written as, in a table under a key.</summary>
    public static LoadedState? Find(object entity, string tableName, Dictionary<string, AttributeValue> key)
        => s_isUsed && s_states.TryGetValue(entity, out var states) ? states.Find(tableName, key) : null;

    /// <summary>Whether the instance was read without attributes that an item of it has, wherever that is.</summary>
    public static bool HasUnknown(object entity) => s_isUsed && s_states.TryGetValue(entity, out var states) && states.HasUnknown;

    public static void Set(object entity, LoadedState state)
    {
        if (!entity.GetType().IsValueType)
        {
            s_isUsed = true;
            s_states.GetOrCreateValue(entity).Set(state);
        }
    }

    /// <summary>Forgets the item of a table under a key, and no other.</summary>
    public static void Forget(object entity, string tableName, Dictionary<string, AttributeValue> key)
    {
        if (s_isUsed && s_states.TryGetValue(entity, out var states))
        {
            states.Forget(tableName, key);
        }
    }
}
