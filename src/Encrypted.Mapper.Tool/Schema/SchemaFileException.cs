namespace Encrypted.Mapper.Tool.Schema;

/// <summary>A schema file can't be read. The message names the file and the property, and never a value.</summary>
internal sealed class SchemaFileException(string file, string why) : Exception($"{file}: {why}.");
