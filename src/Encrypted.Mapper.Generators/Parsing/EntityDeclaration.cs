using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>What the attributes on an entity's type say.</summary>
/// <param name="Table">The <c>[DynamoDBTable]</c>, inherited ones included.</param>
/// <param name="Own">The <c>[EncryptedEntity]</c>.</param>
internal sealed record EntityDeclaration(AttributeData? Table, AttributeData? Own)
{
    private string? SdkTable => Table is null ? null : AttributeArguments.String(Table, "tableName", "TableName");

    private string? OwnTable => Own is null ? null : AttributeArguments.String(Own, string.Empty, "Table");

    public string? TableName => SdkTable is { Length: > 0 } name ? name : OwnTable;

    public string? TableProblem
    {
        get
        {
            if (string.IsNullOrEmpty(TableName))
            {
                return "names no table: add [DynamoDBTable] or set Table in [EncryptedEntity]";
            }

            return OwnTable is not null && OwnTable != TableName
                ? "names two tables: remove Table from [EncryptedEntity]"
                : null;
        }
    }

    public Casing Casing => CasingRules.Declared(Table) ?? Casing.AsWritten;

    /// <summary>The name of the <c>ConversionSchema</c> member that is asked for.</summary>
    public string? Conversion => (Table is null ? null : AttributeArguments.Int32(Table, "conversion", "Conversion")) switch
    {
        0 => "V1",
        1 => "V2",
        _ => null,
    };

    /// <summary>Whether the class says what unmarked members get.</summary>
    public bool StatesPolicy => Own is not null && AttributeArguments.Int32(Own, string.Empty, "Unmarked") is not null;

    /// <summary>What an unmarked member gets.</summary>
    public bool SignsUnmarked => Own is not null && AttributeArguments.Int32(Own, string.Empty, "Unmarked") == 1;

    public static EntityDeclaration Of(INamedTypeSymbol type)
        => new(
            InheritedAttributes.Table(type),
            type.GetAttributes().FirstOrDefault(static attribute => TypeNames.OwnName(attribute) == TypeNames.EncryptedEntity));
}
