namespace Encrypted.Mapper.Keys;

/// <summary>Refusals of a configuration of AWS KMS keys (keyrings, sections 6 and 7).</summary>
internal static class KmsErrors
{
    public static ModelConfigurationException KeyId()
        => Misconfigured("kms-key-id", "An AWS KMS key is named by the ARN of a key or alias, 'alias/…' or a key's id: 1 to 2,048 ASCII characters. This is none of them");

    public static ModelConfigurationException KeyArn()
        => Misconfigured("kms-key-arn", "The ARN of an AWS KMS key is needed (arn:<partition>:kms:<Region>:<account>:key/<id>): an alias or a bare id doesn't say for ever which key it means");

    public static ModelConfigurationException KeyArnForReading(string keyId)
        => Misconfigured("kms-key-arn", $"'{keyId}' can write but not read: an alias or a bare id doesn't say which key an item was written under. Name the key by its ARN (arn:<partition>:kms:<Region>:<account>:key/<id>) for reading");

    public static ModelConfigurationException GrantTokens()
        => Misconfigured("kms-grant-tokens", "There are at most 10 grant tokens, of 1 to 8,192 characters each");

    public static ModelConfigurationException NoClient(string region)
        => Misconfigured("kms-client", $"The factory of AWS KMS clients gave none for Region '{region}'");

    private static ModelConfigurationException Misconfigured(string rule, string what) => new(rule, $"{what} (rule {rule}).");
}
