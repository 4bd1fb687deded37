namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>What kind of attribute value a type is stored as.</summary>
internal enum ValueForm
{
    /// <summary>A string or number that the SDK also puts in sets.</summary>
    SetText,

    /// <summary>A string or number that the SDK never puts in sets.</summary>
    Text,

    /// <summary>A number in V1 and a boolean in V2.</summary>
    Boolean,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A map: a nested type or a dictionary.</summary>
    Map,

    /// <summary>A set or list.</summary>
    Collection,

    /// <summary>Whatever a converter of the user's makes of it.</summary>
    Custom,
}
