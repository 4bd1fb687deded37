namespace Encrypted.Mapper;

/// <summary>
/// Marks a property whose value is encrypted and signed before the item leaves the process
/// (DB-ESDK action <c>ENCRYPT_AND_SIGN</c>).
/// </summary>
/// <remarks>
/// Table keys, index keys, the version property and the type discriminator are signed in clear and can't carry this
/// attribute: doing so is a compile error. A property of an encrypted entity without any protection attribute is
/// treated as if it carried this one.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class EncryptedAttribute : Attribute;
