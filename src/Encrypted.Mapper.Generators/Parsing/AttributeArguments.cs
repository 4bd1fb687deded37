using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Reads the arguments of an attribute, whichever constructor or property they were given by.</summary>
internal static class AttributeArguments
{
    public static string? String(AttributeData attribute, string parameter, string property)
        => Find(attribute, parameter, property)?.Value as string;

    public static bool? Boolean(AttributeData attribute, string parameter, string property)
        => Find(attribute, parameter, property)?.Value as bool?;

    public static int? Int32(AttributeData attribute, string parameter, string property)
        => Find(attribute, parameter, property)?.Value as int?;

    public static INamedTypeSymbol? Type(AttributeData attribute, string parameter, string property)
        => Find(attribute, parameter, property)?.Value as INamedTypeSymbol;

    /// <summary>A named argument is applied after the constructor, so it wins.</summary>
    public static TypedConstant? Find(AttributeData attribute, string parameter, string property)
    {
        foreach (var named in attribute.NamedArguments)
        {
            if (named.Key == property)
            {
                return named.Value;
            }
        }

        var parameters = attribute.AttributeConstructor?.Parameters;
        for (var i = 0; i < parameters?.Length && i < attribute.ConstructorArguments.Length; i++)
        {
            if (parameters.Value[i].Name == parameter)
            {
                return attribute.ConstructorArguments[i];
            }
        }

        return null;
    }

    public static Location? Location(AttributeData attribute, CancellationToken cancellation)
        => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();
}
