using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The structure of the same name: what DescribeKey tells of a key.</summary>
internal static class KeyMetadata
{
    public static void Write(Utf8JsonWriter answer, string member, KmsKey key, KeyDirectory keys)
    {
        var spec = KeySpecs.TextOf(key.Material.Spec);
        answer.WriteStartObject(member);
        answer.WriteString("AWSAccountId", key.Arn.Account);
        answer.WriteString("Arn", key.ArnText);
        answer.WriteNumber("CreationDate", Seconds(key.Created));
        answer.WriteString("CustomerMasterKeySpec", spec);
        answer.WriteString("Description", key.Description);
        answer.WriteBoolean("Enabled", key.State == KeyState.Enabled);
        WriteAlgorithms(answer, key);
        answer.WriteString("KeyId", key.Arn.Id);
        answer.WriteString("KeyManager", "CUSTOMER");
        answer.WriteString("KeySpec", spec);
        answer.WriteString("KeyState", key.State.ToString());
        answer.WriteString("KeyUsage", "ENCRYPT_DECRYPT");
        answer.WriteBoolean("MultiRegion", key.IsMultiRegion);
        answer.WriteString("Origin", "AWS_KMS");
        if (key.Material.IsSymmetric)
        {
            answer.WriteString("CurrentKeyMaterialId", key.Material.Id);
        }

        if (key.DeletionDate is { } deletion)
        {
            answer.WriteNumber("DeletionDate", Seconds(deletion));
        }

        if (key.IsMultiRegion)
        {
            WriteReplicas(answer, key, keys);
        }

        answer.WriteEndObject();
    }

    public static void WriteAlgorithms(Utf8JsonWriter answer, KmsKey key)
    {
        answer.WriteStartArray("EncryptionAlgorithms");
        foreach (var algorithm in KeySpecs.AlgorithmsOf(key.Material.Spec))
        {
            answer.WriteStringValue(algorithm);
        }

        answer.WriteEndArray();
    }

    /// <summary>A time as the protocol writes it: seconds since 1970, with their fraction.</summary>
    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static void WriteReplicas(Utf8JsonWriter answer, KmsKey key, KeyDirectory keys)
    {
        answer.WriteStartObject("MultiRegionConfiguration");
        answer.WriteString("MultiRegionKeyType", key.Arn.Region == key.PrimaryRegion ? "PRIMARY" : "REPLICA");
        answer.WriteStartObject("PrimaryKey");
        WriteReplica(answer, key.Arn with { Region = key.PrimaryRegion });
        answer.WriteEndObject();
        answer.WriteStartArray("ReplicaKeys");
        foreach (var other in keys.Keys)
        {
            if (other.Arn.Resource == key.Arn.Resource && other.Arn.Account == key.Arn.Account && other.Arn.Region != key.PrimaryRegion)
            {
                answer.WriteStartObject();
                WriteReplica(answer, other.Arn);
                answer.WriteEndObject();
            }
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    private static void WriteReplica(Utf8JsonWriter answer, KeyArn arn)
    {
        answer.WriteString("Arn", arn.ToString());
        answer.WriteString("Region", arn.Region);
    }
}
