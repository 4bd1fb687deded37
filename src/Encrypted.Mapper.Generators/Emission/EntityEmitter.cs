using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the model of one entity.</summary>
internal static class EntityEmitter
{
    public static void Emit(SourceProductionContext context, EntitySpec entity)
    {
        var writer = new SourceWriter();
        writer.WriteHeader().Open("namespace " + entity.Name.Namespace);
        writer.WriteGeneratedCode().Open($"internal sealed class {entity.Name.Class} : {Code.Models}EntityModel<{entity.TypeName}>");
        EntityFactsEmitter.Emit(writer, entity);
        EntityBodyEmitter.Emit(writer, entity);
        foreach (var nested in entity.Nested)
        {
            writer.Line();
            NestedTypeEmitter.Emit(writer, nested);
        }

        AccessorsEmitter.Emit(writer, entity.Accessors);
        writer.Close().Close();
        context.AddSource(entity.Name.File, writer.ToSource());
    }
}
