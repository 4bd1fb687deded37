namespace Encrypted.Mapper.Generators.Model;

/// <summary>The protection of an attribute; the names are those of the runtime's enum.</summary>
internal enum CryptoAction
{
    EncryptAndSign,
    SignOnly,
    SignAndIncludeInEncryptionContext,
    DoNothing,
}
