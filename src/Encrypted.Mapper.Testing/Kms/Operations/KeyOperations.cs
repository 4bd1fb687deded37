using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>CreateKey, ReplicateKey, DescribeKey, ListKeys and GetPublicKey.</summary>
internal sealed class KeyOperations(KeyDirectory keys, KeyAccess access)
{
    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("CreateKey", Create);
        operations.Add("ReplicateKey", Replicate);
        operations.Add("DescribeKey", Describe);
        operations.Add("ListKeys", List);
        operations.Add("GetPublicKey", GetPublicKey);
    }

    private void Create(KmsRequest request, Utf8JsonWriter answer)
    {
        var spec = KeySpecs.Parse(request.Text("KeySpec") ?? request.Text("CustomerMasterKeySpec") ?? KeySpecs.SymmetricDefault);
        if ((request.Text("KeyUsage") ?? "ENCRYPT_DECRYPT") != "ENCRYPT_DECRYPT")
        {
            throw new KmsServiceException("UnsupportedOperationException", "This server has keys for ENCRYPT_DECRYPT alone.");
        }

        var key = keys.Create(spec, request.Region, request.Flag("MultiRegion"), request.Text("Description") ?? "");
        KeyAccess.Note(request, key);
        KeyMetadata.Write(answer, "KeyMetadata", key, keys);
    }

    private void Replicate(KmsRequest request, Utf8JsonWriter answer)
    {
        var region = request.RequiredText("ReplicaRegion");
        var primary = access.Find(request);
        primary.RequireEnabled();
        KeyMetadata.Write(answer, "ReplicaKeyMetadata", keys.Replicate(primary, region, request.Text("Description")), keys);
    }

    private void Describe(KmsRequest request, Utf8JsonWriter answer)
        => KeyMetadata.Write(answer, "KeyMetadata", access.FindByAnyName(request), keys);

    private void List(KmsRequest request, Utf8JsonWriter answer)
    {
        answer.WriteStartArray("Keys");
        foreach (var key in keys.Keys)
        {
            if (key.Arn.Region == request.Region && key.Arn.Account == keys.Account)
            {
                answer.WriteStartObject();
                answer.WriteString("KeyArn", key.ArnText);
                answer.WriteString("KeyId", key.Arn.Id);
                answer.WriteEndObject();
            }
        }

        answer.WriteEndArray();
        answer.WriteBoolean("Truncated", false);
    }

    private void GetPublicKey(KmsRequest request, Utf8JsonWriter answer)
    {
        var key = access.FindByAnyName(request);
        if (key.Material.IsSymmetric)
        {
            throw new KmsServiceException("UnsupportedOperationException", $"{key.ArnText} is a symmetric key.");
        }

        key.RequireEnabled();
        using var rsa = key.Material.OpenRsa();
        var spec = KeySpecs.TextOf(key.Material.Spec);
        answer.WriteString("CustomerMasterKeySpec", spec);
        KeyMetadata.WriteAlgorithms(answer, key);
        answer.WriteString("KeyId", key.ArnText);
        answer.WriteString("KeySpec", spec);
        answer.WriteString("KeyUsage", "ENCRYPT_DECRYPT");
        answer.WriteBase64String("PublicKey", rsa.ExportSubjectPublicKeyInfo());
    }
}
