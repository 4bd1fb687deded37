using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>What the casings do to names.</summary>
internal static class CasingRules
{
    private const int Pascal = 1;
    private const int CamelCase = 2;
    private const int LegacyCamelCase = 3;

    public static string Apply(this Casing casing, string name)
        => casing == Casing.AsWritten || name.Length == 0 || char.IsLower(name[0])
            ? name
            : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The casing that a nested type without one of its own gets from the type it is used in.</summary>
    public static Casing Inherited(this Casing casing) => casing == Casing.Camel ? Casing.Camel : Casing.AsWritten;

    /// <summary>The casing that <c>[DynamoDBTable]</c> states, or <see langword="null"/> where it states none.</summary>
    public static Casing? Declared(AttributeData? table)
    {
        if (table is null)
        {
            return null;
        }

        switch (AttributeArguments.Int32(table, "attributeCasing", "AttributeCasing"))
        {
            case Pascal:
                return Casing.AsWritten;
            case CamelCase:
                return Casing.Camel;
            case LegacyCamelCase:
                return Casing.CamelAtRoot;
        }

        return AttributeArguments.Boolean(table, "lowerCamelCaseProperties", "LowerCamelCaseProperties") switch
        {
            true => Casing.CamelAtRoot,
            false => Casing.AsWritten,
            null => null,
        };
    }
}
