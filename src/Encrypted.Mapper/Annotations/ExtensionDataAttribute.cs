namespace Encrypted.Mapper;

/// <summary>
/// Marks the property of type <see cref="ExtensionAttributes"/> that holds the attributes of a stored item which the class
/// doesn't map, such as those that a newer version of the program wrote. They are verified like all others, and written back
/// in the protection that they had.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ExtensionDataAttribute : Attribute;
