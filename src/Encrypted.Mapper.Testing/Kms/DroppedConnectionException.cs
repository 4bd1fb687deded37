namespace Encrypted.Mapper.Testing.Kms;

/// <summary>No answer at all.</summary>
internal sealed class DroppedConnectionException : Exception;
