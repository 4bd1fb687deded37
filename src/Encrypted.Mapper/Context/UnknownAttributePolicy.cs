namespace Encrypted.Mapper;

/// <summary>What becomes of an item's attributes that an entity without an <see cref="ExtensionDataAttribute"/> property was loaded without.</summary>
public enum UnknownAttributePolicy
{
    /// <summary>Saving the loaded instance is refused, so that nothing is lost silently; a struct is refused when it is loaded.</summary>
    Refuse,

    /// <summary>Saving the loaded instance removes them.</summary>
    Drop,
}
