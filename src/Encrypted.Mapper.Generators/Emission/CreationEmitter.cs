using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Emits the creation of an instance, with the stored values that its constructor is given.</summary>
internal static class CreationEmitter
{
    public static void Emit(SourceWriter writer, ObjectSpec type, string variable, string map)
    {
        var creation = type.Creation;
        var start = $"var {variable} = {Start(type)}";
        if (creation.Arguments.Count == 0)
        {
            writer.Line(start + (creation.StartsFromZero ? ";" : "();"));
            return;
        }

        writer.OpenArguments(start + "(");
        for (var i = 0; i < creation.Arguments.Count; i++)
        {
            // An accessor's parameters have no names of the user's.
            var argument = creation.Arguments[i];
            var name = creation.Accessor is null ? argument.Parameter + ": " : string.Empty;
            writer.Line(name + Value(argument, map) + (i + 1 < creation.Arguments.Count ? "," : ");"));
        }

        writer.CloseArguments();
    }

    private static string Start(ObjectSpec type)
    {
        if (type.Creation.StartsFromZero)
        {
            return $"default({type.TypeName})";
        }

        return type.Creation.Accessor is { } accessor ? $"{AccessorsEmitter.ClassName}.{accessor}" : $"new {type.TypeName}";
    }

    private static string Value(ArgumentSpec argument, string map)
    {
        if (argument.Member is not { } member)
        {
            return argument.Default;
        }

        var present = MembersEmitter.Find(member, map) + (argument.ReplacesNull ? " && value.NULL != true" : string.Empty);
        var read = MembersEmitter.Read(member) + (argument.Unwraps ? " ?? " + argument.Default : string.Empty);
        var value = $"{present} ? {read} : {argument.Default}";
        return argument.Cast is { } type ? $"({type})({value})" : value;
    }
}
