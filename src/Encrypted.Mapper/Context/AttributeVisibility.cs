namespace Encrypted.Mapper.Context;

/// <summary>Whether the service sees an attribute's value.</summary>
internal enum AttributeVisibility
{
    Clear,
    Encrypted,
    Unknown,
}
