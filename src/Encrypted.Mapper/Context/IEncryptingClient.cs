namespace Encrypted.Mapper.Context;

/// <summary>Marks clients of this library that encrypt what is sent through them.</summary>
internal interface IEncryptingClient;
