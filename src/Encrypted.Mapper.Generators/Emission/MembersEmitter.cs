using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the statements that write and read members.</summary>
internal static class MembersEmitter
{
    public static void EmitWrites(SourceWriter writer, ObjectSpec type, string instance, string map)
    {
        foreach (var member in type.Members)
        {
            var value = Get(member.Access, instance, member.Identifier, type.IsValueType);
            writer.Line($"{Code.Map}.Set({map}, {Code.Literal(member.AttributeName)}, {member.Value.Conversion}.Write({value}, {Path(member)}, options));");
        }
    }

    public static void EmitReads(SourceWriter writer, ObjectSpec type, string instance, string map)
    {
        foreach (var member in type.Members)
        {
            if (member.Access.IsArgument)
            {
                continue;
            }

            writer.Open($"if ({Find(member, map)})")
                .Line(Set(member.Access, instance, member.Identifier, type.IsValueType, Read(member)) + ";")
                .Close()
                .Line();
        }
    }

    /// <summary>The condition that a member is stored, which leaves it in <c>value</c>.</summary>
    public static string Find(MemberSpec member, string map)
        => $"{Code.Map}.TryGet({map}, {Code.Literal(member.AttributeName)}, out value)";

    /// <summary>The expression that converts <c>value</c>.</summary>
    public static string Read(MemberSpec member) => $"{member.Value.Conversion}.Read(value, {Path(member)}, options)";

    public static string Get(MemberAccessSpec access, string instance, string identifier, bool isValueType)
        => access.Getter is { } getter
            ? $"{AccessorsEmitter.ClassName}.{getter}({Pass(instance, isValueType)})"
            : $"{instance}.{identifier}";

    public static string Set(MemberAccessSpec access, string instance, string identifier, bool isValueType, string value)
        => access.Setter is { } setter
            ? $"{AccessorsEmitter.ClassName}.{setter}({Pass(instance, isValueType)}, {value})"
            : $"{instance}.{identifier} = {value}";

    private static string Pass(string instance, bool isValueType) => isValueType ? "ref " + instance : instance;

    private static string Path(MemberSpec member)
        => member.PathField is { } field ? "in " + field : $"path.Child({Code.Literal(member.AttributeName)})";
}
