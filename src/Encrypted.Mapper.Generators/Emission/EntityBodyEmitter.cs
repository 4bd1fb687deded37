using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the conversions between an entity and its item.</summary>
internal static class EntityBodyEmitter
{
    public static void Emit(SourceWriter writer, EntitySpec entity)
    {
        writer.Open($"public override {Code.Item} ToItem({entity.TypeName} entity, {Code.Options} options)");
        Body(writer, entity).EmitWrite("item");
        writer.Close().Line();

        writer.Open($"public override {entity.TypeName} FromItem({Code.Item} item, {Code.Options} options)");
        Body(writer, entity).EmitRead();
        writer.Close().Line();

        EmitArguments(writer, entity);
    }

    private static ObjectEmitter Body(SourceWriter writer, EntitySpec entity)
        => new(writer, entity.Body, "entity", "item", "s_discriminatorPath");

    private static void EmitArguments(SourceWriter writer, EntitySpec entity)
    {
        writer.Open($"public override {Code.AttributeValue}? ToAttributeValue(string attributeName, object? value, {Code.Options} options)")
            .Open("switch (attributeName)");
        foreach (var attribute in entity.Attributes)
        {
            writer.Line($"case {Code.Literal(attribute.AttributeName)}:")
                .Indented($"return {Code.Arguments}.Write<{TypeArguments(attribute)}>(value, in {attribute.PathField}, options);");
        }

        writer.Line("default:")
            .Indented("throw new global::System.ArgumentOutOfRangeException(nameof(attributeName));")
            .Close()
            .Close();
    }

    private static string TypeArguments(AttributeSpec attribute)
        => attribute.Element is { } element
            ? $"{attribute.Value.TypeName}, {attribute.Value.Conversion}, {element.TypeName}, {element.Conversion}"
            : $"{attribute.Value.TypeName}, {attribute.Value.Conversion}";
}
