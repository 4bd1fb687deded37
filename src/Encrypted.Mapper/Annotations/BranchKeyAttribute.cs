namespace Encrypted.Mapper;

/// <summary>
/// Marks the property whose value is the id of the branch key that protects the item, such as that of its tenant. It is the
/// partition or sort key of the table: readers must know the id before they have a key.
/// </summary>
/// <remarks>
/// A string is the id as it stands, a number in plain decimal notation. All entities of a table name the same attribute, or none.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class BranchKeyAttribute : Attribute;
