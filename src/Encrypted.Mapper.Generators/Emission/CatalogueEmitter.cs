using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>
/// Emits the assembly's catalogue: public, so that referencing assemblies chain it, and registered by a module
/// initializer. An assembly without entities gets one only to pass on those that it references.
/// </summary>
internal static class CatalogueEmitter
{
    private const string Namespace = "Encrypted.Mapper.Generated";

    public static void Emit(SourceProductionContext context, CatalogueSpec? catalogue, EquatableArray<ModelName> models)
    {
        if (catalogue is null || (models.Count == 0 && catalogue.References.Count == 0))
        {
            return;
        }

        var name = CatalogueNames.Of(catalogue.AssemblyName);
        var writer = new SourceWriter();
        writer.WriteHeader()
            .Line($"[assembly: {Code.Models}EntityCatalogue(typeof(global::{Namespace}.{name}))]")
            .Line()
            .Open("namespace " + Namespace)
            .Line($"/// <summary>The encrypted entities of {catalogue.AssemblyName.Replace("&", "&amp;").Replace("<", "&lt;")}.</summary>")
            .WriteGeneratedCode()
            .Open($"public sealed class {name} : {Code.Models}EntityCatalogue");
        EmitList(writer, "s_entities", "EntityModel", models.Select(static model => $"global::{model.Namespace}.{model.Class}.Instance"));
        EmitList(writer, "s_references", "EntityCatalogue", catalogue.References.Select(static reference => reference + ".Instance"));
        writer.Open($"private {name}()").Close().Line()
            .Line("/// <summary>The only instance.</summary>")
            .Line($"public static {name} Instance {{ get; }} = new {name}();").Line()
            .Line("/// <inheritdoc/>")
            .Line($"public override {Code.ReadOnlyList}<{Code.Models}EntityModel> Entities => s_entities;").Line()
            .Line("/// <inheritdoc/>")
            .Line($"public override {Code.ReadOnlyList}<{Code.Models}EntityCatalogue> References => s_references;").Line()
            .Line("[global::System.Runtime.CompilerServices.ModuleInitializer]")
            .Line("internal static void RegisterWithProcess() => Register(Instance);")
            .Close()
            .Close();
        context.AddSource("EntityCatalogue.g.cs", writer.ToSource());
    }

    private static void EmitList(SourceWriter writer, string field, string type, IEnumerable<string> items)
    {
        writer.Open($"private static readonly {Code.ReadOnlyList}<{Code.Models}{type}> {field} = {Code.AsReadOnly}(new {Code.Models}{type}[]");
        foreach (var item in items)
        {
            writer.Line(item + ",");
        }

        writer.Close(");").Line();
    }
}
