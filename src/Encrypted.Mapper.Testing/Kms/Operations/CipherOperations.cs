using System.Security.Cryptography;
using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Encrypt, Decrypt and ReEncrypt.</summary>
internal sealed class CipherOperations(KeyAccess access)
{
    private const string Symmetric = "SYMMETRIC_DEFAULT";
    private const int MaxPlaintext = 4096;
    private const int MaxCiphertext = 6144;

    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("Encrypt", Encrypt);
        operations.Add("Decrypt", Decrypt);
        operations.Add("ReEncrypt", ReEncrypt);
    }

    private void Encrypt(KmsRequest request, Utf8JsonWriter answer)
    {
        var context = request.Context();
        var plaintext = request.RequiredBytes("Plaintext", MaxPlaintext);
        try
        {
            var key = access.Use(request);
            answer.WriteBase64String("CiphertextBlob", CiphertextBlob.Seal(key, plaintext, context));
            answer.WriteString("KeyId", key.ArnText);
            answer.WriteString("EncryptionAlgorithm", Symmetric);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private void Decrypt(KmsRequest request, Utf8JsonWriter answer)
    {
        var context = request.Context();
        var blob = request.RequiredBytes("CiphertextBlob", MaxCiphertext);
        var key = access.UseSealer(request, blob, "KeyId");
        var plaintext = CiphertextBlob.Open(key, blob, context);
        try
        {
            answer.WriteString("KeyId", key.ArnText);
            answer.WriteBase64String("Plaintext", plaintext);
            answer.WriteString("EncryptionAlgorithm", Symmetric);
            answer.WriteString("KeyMaterialId", key.Material.Id);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private void ReEncrypt(KmsRequest request, Utf8JsonWriter answer)
    {
        var from = request.Context("SourceEncryptionContext");
        var to = request.Context("DestinationEncryptionContext");
        var blob = request.RequiredBytes("CiphertextBlob", MaxCiphertext);
        var source = access.UseSealer(request, blob, "SourceKeyId");
        var destination = access.Use(request, "DestinationKeyId");
        var plaintext = CiphertextBlob.Open(source, blob, from);
        try
        {
            answer.WriteBase64String("CiphertextBlob", CiphertextBlob.Seal(destination, plaintext, to));
            answer.WriteString("SourceKeyId", source.ArnText);
            answer.WriteString("KeyId", destination.ArnText);
            answer.WriteString("SourceEncryptionAlgorithm", Symmetric);
            answer.WriteString("DestinationEncryptionAlgorithm", Symmetric);
            answer.WriteString("SourceKeyMaterialId", source.Material.Id);
            answer.WriteString("DestinationKeyMaterialId", destination.Material.Id);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }
}
