using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the conversions between an entity and its item.</summary>
internal static class EntityBodyEmitter
{
    public static void Emit(SourceWriter writer, EntitySpec entity)
    {
        EmitToItem(writer, entity);
        writer.Line();
        EmitFromItem(writer, entity);
        writer.Line();
        EmitArguments(writer, entity);
    }

    private static void EmitToItem(SourceWriter writer, EntitySpec entity)
    {
        writer.Open($"public override {Code.Item} ToItem({entity.TypeName} entity, {Code.Options} options)")
            .Line($"var item = new {Code.Item}({entity.Body.Members.Count});");
        MembersEmitter.EmitWrites(writer, entity.Body.Members, "entity", "item");
        writer.Line("return item;").Close();
    }

    private static void EmitFromItem(SourceWriter writer, EntitySpec entity)
    {
        writer.Open($"public override {entity.TypeName} FromItem({Code.Item} item, {Code.Options} options)")
            .Line($"var entity = {entity.Body.NewInstance};");
        MembersEmitter.EmitReads(writer, entity.Body.Members, "entity", "item");
        writer.Line("return entity;").Close();
    }

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
