namespace Encrypted.Mapper.Generators.Model;

/// <summary>The member that holds the attributes of an item that the entity doesn't map.</summary>
/// <param name="Identifier">The member's name as C# code writes it.</param>
/// <param name="Access">How it is read and written.</param>
internal sealed record ExtensionSpec(string Identifier, MemberAccessSpec Access);
