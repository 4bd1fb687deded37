using System.Buffers;
using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>What the call log keeps of a request: members by name, so that no plaintext and no token can come with them.</summary>
internal static class RequestParameters
{
    private static readonly string[] s_members =
    [
        "KeyId", "NumberOfBytes", "KeySpec", "EncryptionContext", "EncryptionAlgorithm",
        "SourceKeyId", "SourceEncryptionContext", "SourceEncryptionAlgorithm",
        "DestinationKeyId", "DestinationEncryptionContext", "DestinationEncryptionAlgorithm",
        "KeyUsage", "MultiRegion", "ReplicaRegion", "AliasName", "TargetKeyId", "PendingWindowInDays",
        "GranteePrincipal", "RetiringPrincipal", "Operations", "Constraints", "GrantId", "Name",
    ];

    public static byte[] Of(KmsRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var member in s_members)
            {
                if (request.Body.TryGetProperty(member, out var value))
                {
                    writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(member));
                    value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
