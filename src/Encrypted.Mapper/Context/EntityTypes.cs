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
            throw new ModelConfigurationException(
                "entity-as-plain-type",
                $"An instance of the encrypted entity '{value.GetType().Name}' was passed as the plain type '{declaredType.Name}'. Pass it as '{value.GetType().Name}'.");
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
            throw new ModelConfigurationException(
                "model-missing",
                $"The type '{type.Name}' carries a protection attribute ('{tagged}'), but no model was generated for it. Check that the project that declares it references the Encrypted.Mapper package with its analyzers, and that the compiler is of .NET SDK 8.0.100 or later.");
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
