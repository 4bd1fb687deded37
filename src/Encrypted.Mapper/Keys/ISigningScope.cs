namespace Encrypted.Mapper.Keys;

/// <summary>
/// A keyring that knows whom an item belongs to, so that signing pairs may serve several items of one owner. Under a keyring
/// that doesn't say so every item gets a pair of its own: it may serve several tenants, who must not share one.
/// </summary>
internal interface ISigningScope
{
    /// <summary>Names whom the item belongs to.</summary>
    /// <param name="encryptionContext">The item's encryption context, still without a verification key.</param>
    /// <returns>The scope that a signing pair may be used in, or <see langword="null"/> for a pair of the item's own.</returns>
    string? SigningScope(EncryptionContext encryptionContext);
}
