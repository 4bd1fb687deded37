using System.Globalization;
using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the statements that turn an entity or nested type into a map and back.</summary>
/// <param name="writer">The file.</param>
/// <param name="body">The type.</param>
/// <param name="instance">The variable for the instance.</param>
/// <param name="map">The variable for the map.</param>
/// <param name="path">The expression for where the map stands.</param>
internal sealed class ObjectEmitter(SourceWriter writer, ObjectSpec body, string instance, string map, string path)
{
    /// <summary>Emits the way to the map, which ends by returning it.</summary>
    /// <param name="result">The expression that is returned.</param>
    public void EmitWrite(string result)
    {
        writer.Line($"var {map} = new {Code.Item}({Capacity()});");
        for (var i = 0; i < body.Derived.Count; i++)
        {
            var derived = body.Derived[i];
            writer.Open($"if ({instance}.GetType() == typeof({derived.Body.TypeName}))")
                .Line($"var {Variable(i)} = ({derived.Body.TypeName}){instance};");
            MembersEmitter.EmitWrites(writer, derived.Body, Variable(i), map);
            writer.Line($"{Code.Polymorphic}.Write({map}, {Code.Literal(derived.Discriminator)});")
                .Line($"return {result};")
                .Close()
                .Line();
        }

        if (EmitRefusal($"{instance}.GetType() != typeof({body.TypeName})"))
        {
            return;
        }

        MembersEmitter.EmitWrites(writer, body, instance, map);
        writer.Line($"return {result};");
    }

    /// <summary>Emits the way from the map, which ends by returning the instance.</summary>
    public void EmitRead()
    {
        writer.Line($"{Code.AttributeValue}? value;");
        if (body.Derived.Count > 0)
        {
            writer.Line($"var discriminator = {Code.Polymorphic}.Read({map}, in {path});");
        }

        for (var i = 0; i < body.Derived.Count; i++)
        {
            var derived = body.Derived[i];
            writer.Open($"if (discriminator == {Code.Literal(derived.Discriminator)})");
            EmitRead(derived.Body, Variable(i));
            writer.Close().Line();
        }

        if (!EmitRefusal("discriminator is not null"))
        {
            EmitRead(body, instance);
        }
    }

    private void EmitRead(ObjectSpec type, string variable)
    {
        CreationEmitter.Emit(writer, type, variable, map);
        MembersEmitter.EmitReads(writer, type, variable, map);
        writer.Line($"return {variable};");
    }

    /// <summary>Emits the end of a closed set; returns whether nothing can follow it.</summary>
    private bool EmitRefusal(string condition)
    {
        if (body.Derived.Count == 0)
        {
            return false;
        }

        var refusal = $"throw {Code.Polymorphic}.UnknownType(in {path});";
        if (body.IsAbstract)
        {
            writer.Line(refusal);
            return true;
        }

        writer.Open($"if ({condition})").Line(refusal).Close().Line();
        return false;
    }

    private int Capacity()
    {
        var capacity = body.Members.Count;
        foreach (var derived in body.Derived)
        {
            capacity = Math.Max(capacity, derived.Body.Members.Count + 1);
        }

        return capacity;
    }

    private string Variable(int index) => instance + (index + 1).ToString(CultureInfo.InvariantCulture);
}
