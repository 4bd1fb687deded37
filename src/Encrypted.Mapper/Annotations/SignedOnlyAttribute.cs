namespace Encrypted.Mapper;

/// <summary>
/// Marks a property whose value is stored in clear and covered by the item's signature
/// (DB-ESDK action <c>SIGN_ONLY</c>).
/// </summary>
/// <remarks>Only signed properties can stand in filters and conditions.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SignedOnlyAttribute : Attribute
{
    /// <summary>
    /// Whether the value also becomes part of the encryption context, which every key wrapping is bound to
    /// (DB-ESDK action <c>SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT</c>). Then the table's keys are included as well,
    /// and the property must have a value in every saved item. With AWS KMS keys the value appears in CloudTrail in clear.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool InEncryptionContext { get; set; }
}
