using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Emission;
using Encrypted.Mapper.Generators.Model;
using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.Generators;

/// <summary>
/// Emits the model of every encrypted entity and the assembly's catalogue of them. Reports nothing: an entity with an
/// error has no model, and the analyzers say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class EntityModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var tables = Entities(context, TypeNames.TableAttribute, StepNames.TableTypes, StepNames.TableEntities);
        var others = Entities(context, TypeNames.EncryptedEntityAttribute, StepNames.EncryptedTypes, StepNames.EncryptedEntities);
        context.RegisterSourceOutput(tables, static (output, entity) => EntityEmitter.Emit(output, entity));
        context.RegisterSourceOutput(others, static (output, entity) => EntityEmitter.Emit(output, entity));

        var names = Names(tables).Combine(Names(others))
            .Select(static (pair, _) => Join(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Names);
        var catalogue = context.CompilationProvider
            .Select(static (compilation, cancellation) => CatalogueParser.Parse(compilation, cancellation))
            .WithTrackingName(StepNames.Catalogue);
        context.RegisterSourceOutput(catalogue.Combine(names), static (output, pair) => CatalogueEmitter.Emit(output, pair.Left, pair.Right));
    }

    private static IncrementalValuesProvider<EntitySpec> Entities(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        string typesStep,
        string entitiesStep)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (type, cancellation) => EntityParser.ParseSpec(type, cancellation))
            .WithTrackingName(typesStep)
            .Where(static entity => entity is not null)
            .Select(static (entity, _) => entity!)
            .WithTrackingName(entitiesStep);

    private static IncrementalValueProvider<EquatableArray<ModelName>> Names(IncrementalValuesProvider<EntitySpec> entities)
        => entities.Select(static (entity, _) => entity.Name)
            .Collect()
            .Select(static (names, _) => new EquatableArray<ModelName>(names));

    private static EquatableArray<ModelName> Join(EquatableArray<ModelName> left, EquatableArray<ModelName> right)
        => new(left.Concat(right).OrderBy(static name => name.File, StringComparer.Ordinal).ToImmutableArray());
}
