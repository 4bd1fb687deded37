using Amazon.DynamoDBv2;

namespace Encrypted.Mapper.Context;

/// <summary>Recognises clients that encrypt by themselves: over one of them every item would be encrypted twice.</summary>
internal static class EncryptingClient
{
    private const string OtherEncryptor = "AWS.Cryptography.DbEncryptionSDK";

    public static void Refuse(IAmazonDynamoDB client)
    {
        if (client is IEncryptingClient || IsOfOtherEncryptor(client.GetType()))
        {
            throw ContextErrors.ClientAlreadyEncrypts(client.GetType().Name);
        }
    }

    private static bool IsOfOtherEncryptor(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Assembly.GetName().Name?.StartsWith(OtherEncryptor, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}
