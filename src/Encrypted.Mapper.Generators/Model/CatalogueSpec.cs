namespace Encrypted.Mapper.Generators.Model;

/// <summary>The catalogue of one assembly.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="References">The fully qualified names of the catalogues that referenced assemblies announce.</param>
internal sealed record CatalogueSpec(string AssemblyName, EquatableArray<string> References);
