namespace Encrypted.Mapper.Context.Saving;

/// <summary>What an update does to an item.</summary>
/// <typeparam name="T">The entity type.</typeparam>
/// <param name="Apply">Changes the entity, or returns another one in its place. It may be called several times.</param>
/// <param name="Create">Makes the entity where no item exists; <see langword="null"/> when there must be one.</param>
internal sealed record ItemChange<T>(Func<T, CancellationToken, ValueTask<T>> Apply, Func<T>? Create = null);
