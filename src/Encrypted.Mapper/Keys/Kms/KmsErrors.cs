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

    public static ModelConfigurationException TooManyRegions(int most)
        => Misconfigured("kms-client", $"A supplier keeps AWS KMS clients of at most {most} Regions");

    public static ModelConfigurationException ClientRegion(string region, string own)
        => Misconfigured("kms-client", $"The supplier of AWS KMS clients gave one of Region '{own}' for Region '{region}'");

    public static ModelConfigurationException Region()
        => Misconfigured("kms-region", "A discovery keyring needs the Region that its calls go to");

    public static ModelConfigurationException DiscoveryFilter()
        => Misconfigured("kms-discovery-filter", "A discovery filter needs a partition and at least one account, none of them blank");

    public static ModelConfigurationException DiscoveryWrite()
        => Misconfigured("kms-discovery-write", "A discovery keyring only reads: it has no key to write with. Name the key that items are written with");

    public static ModelConfigurationException Replicas()
        => Misconfigured("kms-replicas", "Two of the AWS KMS keys are replicas of one multi-Region key: name one of them, the other reads what it wrote");

    public static ModelConfigurationException RsaKeyring()
        => Misconfigured("kms-rsa-key", "An AWS KMS RSA keyring needs a public key, clients, or both");

    public static ModelConfigurationException RsaPublicKey()
        => Misconfigured("kms-rsa-key", "The public key of an AWS KMS RSA keyring is not an RSA key of at least 2,048 bits in PEM form");

    public static ModelConfigurationException RsaWrite()
        => Misconfigured("kms-rsa-public-key", "An AWS KMS RSA keyring without a public key can only read");

    public static ModelConfigurationException RsaRead()
        => Misconfigured("kms-rsa-clients", "An AWS KMS RSA keyring without AWS KMS clients can only write");

    public static ModelConfigurationException RsaSuite()
        => Misconfigured("kms-rsa-suite", "An AWS KMS RSA keyring serves algorithm suite 67 00 alone (SymSigHmacSha384): with RSA a signature would say nothing about the writer");

    private static ModelConfigurationException Misconfigured(string rule, string what) => new(rule, $"{what} (rule {rule}).");
}
