using System.Globalization;
using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>
/// Emits the methods by which generated code calls private and init-only members. The runtime binds them at compile time
/// of the calling method, so that they cost no more than the members themselves.
/// </summary>
internal static class AccessorsEmitter
{
    /// <summary>The generated class that holds them.</summary>
    public const string ClassName = "Accessors";

    private const string Services = "global::System.Runtime.CompilerServices.";

    public static void Emit(SourceWriter writer, EquatableArray<AccessorSpec> accessors)
    {
        if (accessors.Count == 0)
        {
            return;
        }

        writer.Line().Open($"private static class {ClassName}");
        for (var i = 0; i < accessors.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            Emit(writer, accessors[i]);
        }

        writer.Close();
    }

    private static void Emit(SourceWriter writer, AccessorSpec accessor)
    {
        if (accessor.Kind == AccessorKind.Constructor)
        {
            var parameters = accessor.ValueTypes.Select(static (type, index) => $"{type} argument{(index + 1).ToString(CultureInfo.InvariantCulture)}");
            writer.Line($"[{Services}UnsafeAccessor({Services}UnsafeAccessorKind.Constructor)]")
                .Line($"public static extern {accessor.OwnerType} {accessor.Name}({string.Join(", ", parameters)});");
            return;
        }

        var instance = $"{(accessor.OwnerIsValueType ? "ref " : string.Empty)}{accessor.OwnerType} instance";
        writer.Line($"[{Services}UnsafeAccessor({Services}UnsafeAccessorKind.Method, Name = {Code.Literal(accessor.Target)})]")
            .Line(accessor.Kind == AccessorKind.Getter
                ? $"public static extern {accessor.ValueTypes[0]} {accessor.Name}({instance});"
                : $"public static extern void {accessor.Name}({instance}, {accessor.ValueTypes[0]} value);");
    }
}
