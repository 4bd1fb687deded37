using System.Security.Cryptography;
using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>GenerateDataKey, with and without the plaintext.</summary>
internal sealed class DataKeyOperations(KeyAccess access)
{
    private const int MaxLength = 1024;

    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("GenerateDataKey", (request, answer) => Generate(request, answer, withPlaintext: true));
        operations.Add("GenerateDataKeyWithoutPlaintext", (request, answer) => Generate(request, answer, withPlaintext: false));
    }

    private void Generate(KmsRequest request, Utf8JsonWriter answer, bool withPlaintext)
    {
        var context = request.Context();
        var length = LengthOf(request);
        var key = access.Use(request, context);
        if (!key.Material.IsSymmetric)
        {
            throw KmsServiceException.WrongUsage(key.ArnText, request.Operation);
        }

        var dataKey = RandomNumberGenerator.GetBytes(length);
        try
        {
            answer.WriteBase64String("CiphertextBlob", CiphertextBlob.Seal(key, dataKey, context));
            answer.WriteString("KeyId", key.ArnText);
            answer.WriteString("KeyMaterialId", key.Material.Id);
            if (withPlaintext)
            {
                answer.WriteBase64String("Plaintext", dataKey);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private static int LengthOf(KmsRequest request) => (request.Text("KeySpec"), request.Number("NumberOfBytes")) switch
    {
        ("AES_256", null) => 32,
        ("AES_128", null) => 16,
        (null, >= 1 and <= MaxLength and var length) => length,
        (null, null) or (not null, not null) => throw KmsServiceException.Validation("Please specify either number of bytes or key spec."),
        (not null, null) => throw KmsServiceException.Validation("1 validation error detected: Value at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: [AES_256, AES_128]"),
        _ => throw KmsServiceException.Validation($"1 validation error detected: Value at 'numberOfBytes' failed to satisfy constraint: Member must be between 1 and {MaxLength}"),
    };
}
