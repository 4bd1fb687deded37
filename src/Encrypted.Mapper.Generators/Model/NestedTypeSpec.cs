namespace Encrypted.Mapper.Generators.Model;

/// <summary>A nested type and the conversion struct generated for it.</summary>
/// <param name="ConversionName">The struct's name.</param>
/// <param name="Body">The type's shape.</param>
internal sealed record NestedTypeSpec(string ConversionName, ObjectSpec Body);
