namespace Encrypted.Mapper.Generators.Model;

/// <summary>A CLR type and the conversion that generated code calls for it.</summary>
/// <param name="TypeName">The type's fully qualified name.</param>
/// <param name="Conversion">The conversion's name: fully qualified, or that of a struct nested in the model.</param>
internal sealed record ConversionSpec(string TypeName, string Conversion);
