using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the conversion of a nested type: a map of its members.</summary>
internal static class NestedTypeEmitter
{
    public static void Emit(SourceWriter writer, NestedTypeSpec nested)
    {
        var body = nested.Body;
        var nullable = body.IsValueType ? body.TypeName : body.TypeName + "?";
        writer.Open($"private readonly struct {nested.ConversionName} : {Code.ValueConversion}<{body.TypeName}>");
        EmitWrite(writer, body, nullable);
        writer.Line();
        EmitRead(writer, body, nullable);
        AccessorsEmitter.Emit(writer, nested.Accessors);
        writer.Close();
    }

    private static void EmitWrite(SourceWriter writer, ObjectSpec body, string nullable)
    {
        writer.Open($"public static {Code.AttributeValue}? Write({nullable} instance, in {Code.AttributePath} path, {Code.Options} options)");
        if (!body.IsValueType)
        {
            writer.Open("if (instance is null)").Line("return null;").Close().Line();
        }

        Body(writer, body).EmitWrite($"{Code.Map}.Write(map)");
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, ObjectSpec body, string nullable)
    {
        writer.Open($"public static {nullable} Read({Code.AttributeValue} stored, in {Code.AttributePath} path, {Code.Options} options)")
            .Open("if (stored.NULL == true)").Line("return default;").Close().Line()
            .Line($"var map = {Code.Map}.Read(stored, in path);");
        Body(writer, body).EmitRead();
        writer.Close();
    }

    private static ObjectEmitter Body(SourceWriter writer, ObjectSpec body) => new(writer, body, "instance", "map", "path");
}
