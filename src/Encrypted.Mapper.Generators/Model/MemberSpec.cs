namespace Encrypted.Mapper.Generators.Model;

/// <summary>A property or field and the name its value is stored under.</summary>
/// <param name="Identifier">The member's name as C# code writes it.</param>
/// <param name="AttributeName">The stored name.</param>
/// <param name="PathField">The generated field that holds the path, for a member of the entity itself.</param>
/// <param name="Value">The member's conversion.</param>
/// <param name="Access">How it is read and written.</param>
internal sealed record MemberSpec(string Identifier, string AttributeName, string? PathField, ConversionSpec Value, MemberAccessSpec Access);
