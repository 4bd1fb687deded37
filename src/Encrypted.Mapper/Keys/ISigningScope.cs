namespace Encrypted.Mapper.Keys;

/// <summary>A keyring that serves several tenants, so that they must not share a signing pair either.</summary>
internal interface ISigningScope
{
    /// <summary>Names whom the item belongs to.</summary>
    /// <param name="encryptionContext">The item's encryption context, still without a verification key.</param>
    /// <returns>The scope that a signing pair may be used in.</returns>
    string SigningScope(EncryptionContext encryptionContext);
}
