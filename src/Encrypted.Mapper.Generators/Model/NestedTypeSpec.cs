namespace Encrypted.Mapper.Generators.Model;

/// <summary>A nested type and the conversion struct generated for it.</summary>
/// <param name="ConversionName">The struct's name.</param>
/// <param name="Body">The type's shape.</param>
/// <param name="Accessors">What its members need to be reached.</param>
internal sealed record NestedTypeSpec(string ConversionName, ObjectSpec Body, EquatableArray<AccessorSpec> Accessors);
