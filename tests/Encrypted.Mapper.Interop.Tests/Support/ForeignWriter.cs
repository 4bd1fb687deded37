using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>Writes with the intermediate keys of a foreign keyring. It can't read.</summary>
internal sealed class ForeignWriter(ForeignKeyring foreign) : WrappingKeyring
{
    protected override async ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        var wrapping = await foreign.WrapAsync(materials.EncryptionContext.ToDictionary());
        wrapping.IntermediateKey.CopyTo(intermediateKey);
        return new(wrapping.ProviderId, wrapping.ProviderInfo, wrapping.ProviderPart);
    }

    protected override bool Matches(EncryptedDataKey encryptedDataKey) => false;

    protected override ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
        => new(false);
}
