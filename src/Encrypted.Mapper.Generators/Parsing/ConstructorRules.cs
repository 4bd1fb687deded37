using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Refuses <c>[DynamoDBConstructor]</c>: generated code calls the constructor without parameters.</summary>
internal static class ConstructorRules
{
    public static void Check(INamedTypeSymbol type, Findings findings)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.GetAttributes().FirstOrDefault(static attribute => TypeNames.SdkName(attribute) == TypeNames.Constructor) is { } attribute)
            {
                findings.Add(Rules.UnsupportedMapping, attribute, type, type.Name, MemberParser.Describe(attribute));
            }
        }
    }
}
