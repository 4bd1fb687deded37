namespace Encrypted.Mapper.Generators.Model;

/// <summary>Everything that one generated entity model says.</summary>
/// <param name="TypeName">The entity's fully qualified name.</param>
/// <param name="Name">Where the generated model goes and what it is called.</param>
/// <param name="TableName">The annotated table name.</param>
/// <param name="Conversion">The name of the <c>ConversionSchema</c> member that the entity asks for, or <see langword="null"/>.</param>
/// <param name="PartitionKey">The partition key attribute.</param>
/// <param name="SortKey">The sort key attribute, if any.</param>
/// <param name="BranchKey">The attribute of the key that names the branch key, if one does.</param>
/// <param name="Attributes">The top-level attributes with their protection.</param>
/// <param name="Indexes">The secondary indexes.</param>
/// <param name="Version">The version member, if any.</param>
/// <param name="Extension">The member for attributes that it doesn't map, if any.</param>
/// <param name="Body">The entity's members.</param>
/// <param name="Nested">The nested types that its members reach.</param>
/// <param name="Accessors">What its own members need to be reached.</param>
internal sealed record EntitySpec(
    string TypeName,
    ModelName Name,
    string TableName,
    string? Conversion,
    string PartitionKey,
    string? SortKey,
    string? BranchKey,
    EquatableArray<AttributeSpec> Attributes,
    EquatableArray<IndexSpec> Indexes,
    VersionSpec? Version,
    ExtensionSpec? Extension,
    ObjectSpec Body,
    EquatableArray<NestedTypeSpec> Nested,
    EquatableArray<AccessorSpec> Accessors);
