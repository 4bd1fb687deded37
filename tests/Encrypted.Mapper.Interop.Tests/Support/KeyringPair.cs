using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>A keyring of this library and the foreign one of the same key.</summary>
internal sealed record KeyringPair(IKeyring Ours, ForeignKeyring Foreign);
