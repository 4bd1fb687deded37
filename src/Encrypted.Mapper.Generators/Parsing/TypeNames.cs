using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The names of the types that annotations are made of.</summary>
internal static class TypeNames
{
    public const string SdkNamespace = "Amazon.DynamoDBv2.DataModel";
    public const string OwnNamespace = "Encrypted.Mapper";

    public const string TableAttribute = SdkNamespace + "." + Table;
    public const string EncryptedEntityAttribute = OwnNamespace + "." + EncryptedEntity;
    public const string CatalogueAttribute = "Encrypted.Mapper.Model.EntityCatalogueAttribute";
    public const string RuntimeAssembly = "Encrypted.Mapper";

    public const string Table = "DynamoDBTableAttribute";
    public const string Ignore = "DynamoDBIgnoreAttribute";
    public const string Property = "DynamoDBPropertyAttribute";
    public const string HashKey = "DynamoDBHashKeyAttribute";
    public const string RangeKey = "DynamoDBRangeKeyAttribute";
    public const string GlobalIndexHashKey = "DynamoDBGlobalSecondaryIndexHashKeyAttribute";
    public const string GlobalIndexRangeKey = "DynamoDBGlobalSecondaryIndexRangeKeyAttribute";
    public const string LocalIndexRangeKey = "DynamoDBLocalSecondaryIndexRangeKeyAttribute";
    public const string Version = "DynamoDBVersionAttribute";
    public const string AtomicCounter = "DynamoDBAtomicCounterAttribute";
    public const string UpdateBehavior = "DynamoDbUpdateBehaviorAttribute";
    public const string PolymorphicType = "DynamoDBPolymorphicTypeAttribute";
    public const string Constructor = "DynamoDBConstructorAttribute";
    public const string BaseAttribute = "DynamoDBAttribute";

    public const string EncryptedEntity = "EncryptedEntityAttribute";
    public const string Encrypted = "EncryptedAttribute";
    public const string SignedOnly = "SignedOnlyAttribute";
    public const string Unprotected = "UnprotectedAttribute";
    public const string AttributeConverter = "AttributeConverterAttribute";
    public const string BranchKey = "BranchKeyAttribute";
    public const string ExtensionData = "ExtensionDataAttribute";

    /// <summary>The name of an attribute of the SDK's object persistence model, or <see langword="null"/> for any other.</summary>
    public static string? SdkName(AttributeData attribute) => NameIn(attribute.AttributeClass, SdkNamespace);

    /// <summary>The name of one of our attributes, or <see langword="null"/> for any other.</summary>
    public static string? OwnName(AttributeData attribute) => NameIn(attribute.AttributeClass, OwnNamespace);

    /// <summary>Whether an attribute is one of the object persistence model or derives from one.</summary>
    public static bool IsMapping(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (NameIn(type, SdkNamespace) == BaseAttribute)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute states a protection.</summary>
    public static bool IsProtection(AttributeData attribute) => OwnName(attribute) is Encrypted or SignedOnly or Unprotected;

    private static string? NameIn(INamedTypeSymbol? type, string @namespace)
        => type is not null && type.ContainingNamespace?.ToDisplayString() == @namespace ? type.Name : null;
}
