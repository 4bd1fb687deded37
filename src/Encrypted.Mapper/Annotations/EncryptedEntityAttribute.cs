namespace Encrypted.Mapper;

/// <summary>
/// Marks a class, record or struct as an encrypted entity, and states policies for the whole type.
/// A type with <c>[DynamoDBTable]</c> and a property that carries a protection attribute is an encrypted entity without it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EncryptedEntityAttribute : Attribute
{
    /// <summary>The table's name without prefix, for a type without <c>[DynamoDBTable]</c>.</summary>
    /// <value>The default is <see langword="null"/>: the name that <c>[DynamoDBTable]</c> gives.</value>
    public string? Table { get; set; }

    /// <summary>What happens with properties that carry no protection attribute.</summary>
    /// <value>The default is <see cref="UnmarkedPolicy.Encrypt"/>.</value>
    public UnmarkedPolicy Unmarked { get; set; }
}
