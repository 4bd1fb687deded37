using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>CreateKey and DescribeKey.</summary>
internal sealed class KeyOperations(KeyDirectory keys, KeyAccess access)
{
    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("CreateKey", Create);
        operations.Add("DescribeKey", Describe);
    }

    private void Create(KmsRequest request, Utf8JsonWriter answer)
    {
        var spec = KeySpecs.Parse(request.Text("KeySpec") ?? request.Text("CustomerMasterKeySpec") ?? "SYMMETRIC_DEFAULT");
        if ((request.Text("KeyUsage") ?? "ENCRYPT_DECRYPT") != "ENCRYPT_DECRYPT")
        {
            throw new KmsServiceException("UnsupportedOperationException", "This server has keys for ENCRYPT_DECRYPT alone.");
        }

        var key = keys.Create(spec, request.Region, request.Flag("MultiRegion"), request.Text("Description") ?? "");
        request.KeyArns.Add(key.ArnText);
        KeyMetadata.Write(answer, "KeyMetadata", key, keys);
    }

    private void Describe(KmsRequest request, Utf8JsonWriter answer)
        => KeyMetadata.Write(answer, "KeyMetadata", access.Find(request), keys);
}
