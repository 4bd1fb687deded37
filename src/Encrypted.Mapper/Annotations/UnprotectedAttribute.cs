namespace Encrypted.Mapper;

/// <summary>
/// Marks a property that is neither encrypted nor signed (DB-ESDK action <c>DO_NOTHING</c>): whoever can write the
/// table can change its value unnoticed.
/// </summary>
/// <remarks>
/// The name joins the table's list of allowed unsigned attributes. A name is unsigned in all entities of a table or in none.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class UnprotectedAttribute : Attribute;
