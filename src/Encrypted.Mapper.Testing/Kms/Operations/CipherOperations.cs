using System.Security.Cryptography;
using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Encrypt, Decrypt and ReEncrypt.</summary>
internal sealed class CipherOperations(KeyAccess access)
{
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
        var algorithm = AlgorithmOf(request, "EncryptionAlgorithm");
        var plaintext = request.RequiredBytes("Plaintext", MaxPlaintext);
        try
        {
            var key = access.Use(request, context);
            answer.WriteBase64String("CiphertextBlob", Seal(request, key, algorithm, plaintext, context));
            answer.WriteString("KeyId", key.ArnText);
            answer.WriteString("EncryptionAlgorithm", algorithm);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private void Decrypt(KmsRequest request, Utf8JsonWriter answer)
    {
        var (key, algorithm, plaintext) = Open(request, "KeyId", "EncryptionAlgorithm", "EncryptionContext", "Decrypt");
        try
        {
            answer.WriteString("KeyId", key.ArnText);
            answer.WriteBase64String("Plaintext", plaintext);
            answer.WriteString("EncryptionAlgorithm", algorithm);
            WriteMaterial(answer, "KeyMaterialId", key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private void ReEncrypt(KmsRequest request, Utf8JsonWriter answer)
    {
        var context = request.Context("DestinationEncryptionContext");
        var algorithm = AlgorithmOf(request, "DestinationEncryptionAlgorithm");
        var (source, sourceAlgorithm, plaintext) = Open(request, "SourceKeyId", "SourceEncryptionAlgorithm", "SourceEncryptionContext", "ReEncryptFrom");
        try
        {
            var destination = access.Use(request, context, "DestinationKeyId", "ReEncryptTo");
            answer.WriteBase64String("CiphertextBlob", Seal(request, destination, algorithm, plaintext, context));
            answer.WriteString("SourceKeyId", source.ArnText);
            answer.WriteString("KeyId", destination.ArnText);
            answer.WriteString("SourceEncryptionAlgorithm", sourceAlgorithm);
            answer.WriteString("DestinationEncryptionAlgorithm", algorithm);
            WriteMaterial(answer, "SourceKeyMaterialId", source);
            WriteMaterial(answer, "DestinationKeyMaterialId", destination);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private (KmsKey Key, string Algorithm, byte[] Plaintext) Open(KmsRequest request, string keyMember, string algorithmMember, string contextMember, string permission)
    {
        var context = request.Context(contextMember);
        var algorithm = AlgorithmOf(request, algorithmMember);
        var blob = request.RequiredBytes("CiphertextBlob", MaxCiphertext);
        if (algorithm == KeySpecs.SymmetricDefault)
        {
            var sealer = access.UseSealer(request, blob, context, keyMember, permission);
            return (sealer, algorithm, CiphertextBlob.Open(sealer, blob, context));
        }

        var key = access.Use(request, context, keyMember, permission);
        RequireAlgorithm(request, key, algorithm, context);
        return (key, algorithm, RsaCiphertext.Open(key, algorithm, blob));
    }

    private static byte[] Seal(KmsRequest request, KmsKey key, string algorithm, byte[] plaintext, IReadOnlyDictionary<string, string> context)
    {
        RequireAlgorithm(request, key, algorithm, context);
        return key.Material.IsSymmetric ? CiphertextBlob.Seal(key, plaintext, context) : RsaCiphertext.Seal(key, algorithm, plaintext);
    }

    private static void RequireAlgorithm(KmsRequest request, KmsKey key, string algorithm, IReadOnlyDictionary<string, string> context)
    {
        if (Array.IndexOf(KeySpecs.AlgorithmsOf(key.Material.Spec), algorithm) < 0)
        {
            throw KmsServiceException.WrongUsage(key.ArnText, request.Operation);
        }

        if (!key.Material.IsSymmetric && context.Count > 0)
        {
            throw KmsServiceException.Validation("An encryption context is supported with symmetric keys only.");
        }
    }

    private static string AlgorithmOf(KmsRequest request, string member) => request.Text(member) switch
    {
        null => KeySpecs.SymmetricDefault,
        KeySpecs.SymmetricDefault or KeySpecs.OaepSha1 or KeySpecs.OaepSha256 => request.Text(member)!,
        _ => throw KmsServiceException.Validation("1 validation error detected: Value at 'encryptionAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [SYMMETRIC_DEFAULT, RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256]"),
    };

    private static void WriteMaterial(Utf8JsonWriter answer, string member, KmsKey key)
    {
        if (key.Material.IsSymmetric)
        {
            answer.WriteString(member, key.Material.Id);
        }
    }
}
