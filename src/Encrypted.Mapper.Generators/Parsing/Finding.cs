using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Something that parsing found wrong. It holds a location, so it never enters a model.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where the squiggle goes.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, Location Location, object?[] Arguments)
{
    public string Message => ToDiagnostic().GetMessage(CultureInfo.InvariantCulture);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}
