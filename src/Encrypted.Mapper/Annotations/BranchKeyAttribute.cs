namespace Encrypted.Mapper;

/// <summary>
/// The property's value is the id of the branch key that protects the item, such as its tenant's. It stands on a property of the
/// table's key, partition or sort, which every reader knows before it has a key; elsewhere it is a compile error. Used by
/// <c>UseKeyStore</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class BranchKeyAttribute : Attribute;
