using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>How a document calls an attribute: by its name where the namespace is imported, else in full.</summary>
internal static class AttributeNames
{
    public const string Encrypted = "Encrypted";
    public const string SignedOnly = "SignedOnly";
    public const string Unprotected = "Unprotected";

    private const string OwnNamespace = "Encrypted.Mapper";
    private const string SdkNamespace = "Amazon.DynamoDBv2.DataModel";

    public static string Own(SemanticModel model, int position, string name) => In(model, position, OwnNamespace, name);

    public static string Sdk(SemanticModel model, int position, string name) => In(model, position, SdkNamespace, name);

    /// <summary>The protection that an attribute states, or <see langword="null"/> for any other attribute.</summary>
    public static string? ProtectionOf(SemanticModel model, SyntaxNode attribute)
    {
        var type = model.GetTypeInfo(attribute).Type;
        return type?.ContainingNamespace?.ToDisplayString() == OwnNamespace
            ? type.Name switch
            {
                "EncryptedAttribute" => Encrypted,
                "SignedOnlyAttribute" => SignedOnly,
                "UnprotectedAttribute" => Unprotected,
                _ => null,
            }
            : null;
    }

    /// <summary>Whether an attribute is the one that makes a type an encrypted entity.</summary>
    public static bool IsEntity(SemanticModel model, SyntaxNode attribute)
        => model.GetTypeInfo(attribute).Type?.ToDisplayString() == OwnNamespace + ".EncryptedEntityAttribute";

    /// <summary>Whether an attribute is the one that names the item's branch key.</summary>
    public static bool IsBranchKey(SemanticModel model, SyntaxNode attribute)
        => model.GetTypeInfo(attribute).Type?.ToDisplayString() == OwnNamespace + ".BranchKeyAttribute";

    private static string In(SemanticModel model, int position, string @namespace, string name)
    {
        var full = name + "Attribute";
        var seen = model.LookupNamespacesAndTypes(position, name: full);
        var isPlain = seen.Length == 1
            && seen[0].ContainingNamespace?.ToDisplayString() == @namespace
            && model.LookupNamespacesAndTypes(position, name: name).All(static symbol => symbol is INamespaceSymbol);
        return isPlain ? name : $"global::{@namespace}.{full}";
    }
}
