namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>How member names become attribute names (the SDK's <c>CaseMode</c>).</summary>
internal enum Casing
{
    /// <summary>As written, and nested types too unless they say otherwise.</summary>
    AsWritten,

    /// <summary>With a lowercase first letter, in nested types too unless they say otherwise.</summary>
    Camel,

    /// <summary>With a lowercase first letter, nested types as written.</summary>
    CamelAtRoot,
}
