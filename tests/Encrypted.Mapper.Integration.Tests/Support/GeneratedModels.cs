using System.Runtime.CompilerServices;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>The generated models of another assembly, which are known once its module has started.</summary>
internal static class GeneratedModels
{
    public static EntityModel Of<T>()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        return EntityRegistry.Shared.TryGet(typeof(T), out var model) ? model : throw new InvalidOperationException($"{typeof(T)} has no model.");
    }
}
