namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>Where in a table an error was found: what a message may say of it.</summary>
/// <param name="Table">The logical table name.</param>
/// <param name="Attribute">The attribute's name if the configuration knows it, else <c>*</c>.</param>
internal readonly record struct AttributeLocation(string Table, string Attribute)
{
    /// <summary>What stands for a name that only the item knows.</summary>
    public const string Unknown = "*";
}
