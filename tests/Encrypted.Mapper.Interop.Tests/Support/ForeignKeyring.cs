using System.Text.Json.Nodes;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>
/// A keyring of the AWS Encryption SDK for JavaScript. What it calls a data key is the intermediate key here: it protects
/// the provider part of an encrypted data key and nothing else (keyrings, section 3).
/// </summary>
internal sealed class ForeignKeyring(ForeignProgram program, JsonObject description)
{
    /// <summary>Wraps the intermediate key, or one that the keyring makes.</summary>
    public async Task<ForeignWrapping> WrapAsync(Dictionary<string, string> context, byte[]? intermediateKey = null)
    {
        var answer = await program.AskAsync("wrap", new()
        {
            ["keyring"] = description.DeepClone(),
            ["context"] = Wire.Map(context),
            ["intermediateKey"] = intermediateKey is null ? null : Wire.Bytes(intermediateKey),
        });
        return new(
            answer!["intermediateKey"].ToBytes(),
            answer["providerId"].ToText(),
            answer["providerInfo"].ToBytes(),
            answer["providerPart"].ToBytes());
    }

    /// <summary>Unwraps the intermediate key, or gives null if the keyring can't.</summary>
    public async Task<byte[]?> UnwrapAsync(EncryptedDataKey encryptedDataKey, Dictionary<string, string> context)
    {
        var answer = await program.AskAsync("unwrap", new()
        {
            ["keyring"] = description.DeepClone(),
            ["context"] = Wire.Map(context),
            ["providerId"] = encryptedDataKey.ProviderId,
            ["providerInfo"] = Wire.Bytes(encryptedDataKey.ProviderInfo.Span),
            ["providerPart"] = Wire.Bytes(encryptedDataKey.Ciphertext.Span[IntermediateKey.WrappedLength..]),
        });
        return answer?.ToBytes();
    }
}
