using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Which keys a request is about, before it is carried out.</summary>
internal static class KeySearch
{
    private static readonly string[] s_members = ["KeyId", "SourceKeyId", "DestinationKeyId", "TargetKeyId"];

    public static bool Concerns(KmsRequest request, string keyArn, KeyDirectory keys)
        => s_members.Any(member => IsNamed(request, member, keyArn, keys)) || IsSealer(request, keyArn, keys);

    private static bool IsNamed(KmsRequest request, string member, string keyArn, KeyDirectory keys)
    {
        if (!request.Body.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            return keys.Find(value.GetString()!, request.Region).ArnText == keyArn;
        }
        catch (KmsServiceException)
        {
            return false;
        }
    }

    private static bool IsSealer(KmsRequest request, string keyArn, KeyDirectory keys)
    {
        if (!request.Body.TryGetProperty("CiphertextBlob", out var value) || value.ValueKind != JsonValueKind.String || !value.TryGetBytesFromBase64(out var blob))
        {
            return false;
        }

        try
        {
            return keys.FindSealer(blob, request.Region).ArnText == keyArn;
        }
        catch (KmsServiceException)
        {
            return false;
        }
    }
}
