using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>The rule ids that the library's code gives its errors, read from the compiled code.</summary>
internal static partial class RuleIds
{
    public static IReadOnlySet<string> Raised()
    {
        using var library = ModuleDefinition.ReadModule(typeof(EncryptedDynamoException).Assembly.Location);
        return library.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody && method.Body.Instructions.Any(instruction => NamesRule(instruction.Operand as MethodReference)))
            .SelectMany(method => method.Body.Instructions.Select(instruction => instruction.Operand).OfType<string>())
            .Where(text => RuleId().IsMatch(text))
            .ToHashSet();
    }

    // The constructors of our exceptions, and the helpers that pass a rule on to them.
    private static bool NamesRule(MethodReference? called)
        => called?.DeclaringType.Namespace?.StartsWith("Encrypted.Mapper", StringComparison.Ordinal) == true
            && called.Resolve()?.Parameters is [{ Name: "rule" }, ..];

    [GeneratedRegex("^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")]
    private static partial Regex RuleId();
}
