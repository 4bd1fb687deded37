using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the statements that write and read members.</summary>
internal static class MembersEmitter
{
    public static void EmitWrites(SourceWriter writer, EquatableArray<MemberSpec> members, string instance, string map)
    {
        foreach (var member in members)
        {
            writer.Line($"{Code.Map}.Set({map}, {Code.Literal(member.AttributeName)}, {member.Value.Conversion}.Write({instance}.{member.Identifier}, {Path(member)}, options));");
        }
    }

    public static void EmitReads(SourceWriter writer, EquatableArray<MemberSpec> members, string instance, string map)
    {
        foreach (var member in members)
        {
            writer.Open($"if ({Code.Map}.TryGet({map}, {Code.Literal(member.AttributeName)}, out value))")
                .Line($"{instance}.{member.Identifier} = {member.Value.Conversion}.Read(value, {Path(member)}, options);")
                .Close()
                .Line();
        }
    }

    private static string Path(MemberSpec member)
        => member.PathField is { } field ? "in " + field : $"path.Child({Code.Literal(member.AttributeName)})";
}
