using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Encrypted.Mapper.Context.Plain;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>
/// Tells encrypted entities from plain types. A missing model never means plaintext: a type counts as plain only after
/// its module's constructor was run and nothing of it carries a protection attribute.
/// </summary>
internal sealed class EntityTypes
{
    private readonly EntityRegistry _registry;
    private readonly NestedValues _nested;
    private readonly ConcurrentDictionary<Type, bool> _plain = new();

    public EntityTypes(EntityRegistry registry)
    {
        _registry = registry;
        _nested = new NestedValues(RefuseNested);
    }

    /// <summary>The type's model, or <see langword="null"/> for a plain type.</summary>
    /// <exception cref="ModelConfigurationException">The type carries a protection attribute, but no model was generated for it.</exception>
    public EntityModel? Find([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        if (_registry.TryGet(type, out var model))
        {
            return model;
        }

        return _plain.ContainsKey(type) ? null : FindUnregistered(type);
    }

    /// <summary>Refuses a value that is an encrypted entity, or holds one, given as an instance of a plain type: it would be stored in clear.</summary>
    public void RefuseTaggedValue(Type declaredType, object? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.GetType() != declaredType && IsEntity(value.GetType()))
        {
            throw ContextErrors.EntityAsPlainType(value.GetType().Name, declaredType.Name);
        }

        _nested.Refuse(value);
    }

    private void RefuseNested(Type type)
    {
        if (IsEntity(type))
        {
            throw ContextErrors.EntityWithinPlainType(type.Name);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Only members that survived trimming can be mapped by the stock context, and those are scanned.")]
    private bool IsEntity(Type type) => Find(type) is not null;

    private EntityModel? FindUnregistered([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        RunModuleConstructors(type);
        if (_registry.TryGet(type, out var model))
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
