using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>Wraps for several recipients and unwraps for none: what a writer for several readers uses.</summary>
internal sealed class TeeKeyring(params IKeyring[] recipients) : IKeyring
{
    public async ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
    {
        foreach (var recipient in recipients)
        {
            await recipient.OnEncryptAsync(materials, cancellationToken);
        }
    }

    public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => default;
}
