using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.DependencyInjection;

[DynamoDBTable("Invoices")]
public class Invoice
{
    [DynamoDBHashKey, BranchKey] public string Tenant { get; set; } = "";
    [DynamoDBRangeKey] public int Number { get; set; }
    [Encrypted] public string Recipient { get; set; } = "";
}

/// <summary>Every way to name a key, as C# 12 can write it.</summary>
public static class Registration
{
    private const string Arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    public static IServiceCollection AddTenants(this IServiceCollection services)
        => services.AddEncryptedDynamo(dynamo => dynamo
            .UseKeyStore(new() { TableName = "BranchKeys", Kms = BranchKeyStoreKms.Key(Arn) })
            .ConfigureBranchKeyCache(cache => cache.TimeToLive = TimeSpan.FromMinutes(1)));

    public static IServiceCollection AddOneBranchKey(this IServiceCollection services)
        => services.AddEncryptedDynamo(dynamo => dynamo.UseKeyStore(new() { TableName = "BranchKeys", Kms = BranchKeyStoreKms.MultiRegionKey(Arn) }, "id"));

    public static IServiceCollection AddKmsKeys(this IServiceCollection services)
        => services.AddEncryptedDynamo(dynamo => dynamo
            .UseKmsKey(Arn)
            .UseKmsKey(Arn, "alias/second", "alias/third")
            .UseKmsMrk(Arn)
            .UseGrantTokens("token")
            .UseKmsClients(_ => new KmsClientSupplier()));

    public static IServiceCollection AddReader(this IServiceCollection services)
        => services.AddEncryptedDynamo(dynamo => dynamo.UseKmsDiscovery(new KmsDiscoveryFilter("aws", "111122223333"), "eu-west-1", "us-east-1"));

    public static IServiceCollection AddOwnKeys(this IServiceCollection services, IKeyring one, IKeyring other)
        => services.AddEncryptedDynamo(dynamo => dynamo
            .UseKeyring(new MultiKeyring(one, other))
            .UseKmsRsaKey(Arn, KmsRsaAlgorithm.OaepSha256, "".AsMemory())
            .UseAlgorithmSuite(AlgorithmSuite.SymSigHmacSha384));
}
