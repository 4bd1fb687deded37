using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Tells the types that the generator looks at from others.</summary>
internal static class EntityTypes
{
    /// <summary>Whether a type itself carries one of the two attributes that an encrypted entity starts from.</summary>
    public static bool IsAnnotated(INamedTypeSymbol type)
        => type.GetAttributes().Any(static attribute =>
            TypeNames.SdkName(attribute) == TypeNames.Table || TypeNames.OwnName(attribute) == TypeNames.EncryptedEntity);
}
