namespace Encrypted.Mapper.Testing.Kms;

/// <summary>An alias and the key it stands for.</summary>
internal sealed record KmsAlias(KeyArn Arn, KeyArn Target, DateTimeOffset Created, DateTimeOffset Updated);
