namespace Encrypted.Mapper.Generators.Model;

/// <summary>The member that holds the version for optimistic concurrency.</summary>
/// <param name="Identifier">The member's name as C# code writes it.</param>
/// <param name="AttributeName">The stored name.</param>
/// <param name="UnderlyingType">The integer type that it is the nullable of.</param>
/// <param name="Access">How it is read and written back.</param>
internal sealed record VersionSpec(string Identifier, string AttributeName, string UnderlyingType, MemberAccessSpec Access);
