using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>
/// Tells encrypted entities from plain types. A missing model never means plaintext: a type counts as plain only after
/// its module's constructor was run and nothing of it carries a protection attribute.
/// </summary>
internal sealed class EntityTypes(EntityRegistry registry)
{
    private readonly ConcurrentDictionary<Type, bool> _plain = new();

    /// <summary>The type's model, or <see langword="null"/> for a plain type.</summary>
    /// <exception cref="ModelConfigurationException">The type carries a protection attribute, but no model was generated for it.</exception>
    public EntityModel? Find([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        if (registry.TryGet(type, out var model))
        {
            return model;
        }

        return _plain.ContainsKey(type) ? null : FindUnregistered(type);
    }

    /// <summary>Refuses a value whose own type is an encrypted entity, given as an instance of a plain base type.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Only members that survived trimming can be mapped by the stock context, and those are scanned.")]
    public void RefuseTaggedValue(Type declaredType, object? value)
    {
        if (value is null || value.GetType() == declaredType)
        {
            return;
        }

        if (Find(value.GetType()) is not null)
        {
            throw ContextErrors.EntityAsPlainType(value.GetType().Name, declaredType.Name);
        }
    }

    private EntityModel? FindUnregistered([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        RunModuleConstructors(type);
        if (registry.TryGet(type, out var model))
        {
            return model;
        }

        if (ProtectionTags.FindIn(type) is { } tagged)
        {
            throw ContextErrors.ModelMissing(type.Name, tagged);
        }

        _plain[type] = true;
        return null;
    }

    private static void RunModuleConstructors(Type type)
    {
        RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
        foreach (var argument in type.GenericTypeArguments)
        {
            RunModuleConstructors(argument);
        }
    }
}
