using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>An entity that was read from a verified item.</summary>
/// <param name="Entity">The instance.</param>
/// <param name="Unknown">The item's attributes that the model doesn't know, if there are any.</param>
internal readonly record struct VerifiedRead(object Entity, IReadOnlyList<UnknownAttribute>? Unknown);
