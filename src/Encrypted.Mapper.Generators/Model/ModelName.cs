namespace Encrypted.Mapper.Generators.Model;

/// <summary>The names of one generated model.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Class">Its class.</param>
/// <param name="File">The generated file's name.</param>
internal sealed record ModelName(string Namespace, string Class, string File);
