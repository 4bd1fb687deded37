namespace Encrypted.Mapper.Model;

/// <summary>Names the assembly's entity catalogue, so that the generator finds it when it compiles a referencing assembly.</summary>
/// <param name="catalogueType">The catalogue: a public type with a public static property <c>Instance</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class EntityCatalogueAttribute(Type catalogueType) : Attribute
{
    /// <summary>The catalogue's type.</summary>
    public Type CatalogueType { get; } = catalogueType;
}
