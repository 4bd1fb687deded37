using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.KeyManagementService;
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

public interface IVault
{
    Task<byte[]> ReadAsync(string name);
}

/// <summary>The examples of docs/configuration.md: what stands there stands here, and compiles.</summary>
public static class Samples
{
    public static void OneBranchKey(IServiceCollection services)
    {
        var store = new BranchKeyStoreConfiguration
        {
            TableName = "BranchKeys",
            Kms = BranchKeyStoreKms.Key("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        };

        services
            .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient())
            .AddEncryptedDynamo(dynamo => dynamo.UseKeyStore(store, branchKeyId: "3f2c7a52-6a0e-4b0f-9d5e-1a6f4f0f9b7d"));
    }

    public static void BranchKeysByAttribute(IServiceCollection services, BranchKeyStoreConfiguration store)
    {
        services.AddEncryptedDynamo(dynamo => dynamo.UseKeyStore(store));
    }

    public static async Task Administration(BranchKeyStoreConfiguration store)
    {
        var keys = new BranchKeyStore(store, new AmazonDynamoDBClient(), new KmsClientSupplier());
        await keys.CreateTableAsync();
        await keys.CreateKeyAsync("tenant-1", new Dictionary<string, string> { ["tenant"] = "tenant-1" });
    }

    public static void Cache(IServiceCollection services, BranchKeyStoreConfiguration store)
    {
        services.AddEncryptedDynamo(dynamo => dynamo
            .UseKeyStore(store)
            .ConfigureBranchKeyCache(cache =>
            {
                cache.TimeToLive = TimeSpan.FromMinutes(15);
                cache.Capacity = 5_000;
            }));
    }

    public static async Task WarmUp(IDynamoDBContext db)
    {
        await db.WarmUpAsync(["tenant-1", "tenant-2"]);
    }

    public static void KmsKeys(IServiceCollection services)
    {
        services
            .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient())
            .AddSingleton<IAmazonKeyManagementService>(new AmazonKeyManagementServiceClient())
            .AddEncryptedDynamo(dynamo => dynamo.UseKmsKey(
                "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "arn:aws:kms:eu-west-1:444455556666:key/0987dcba-09fe-87dc-65ba-ab0987654321"));
    }

    public static void KmsClients(IServiceCollection services)
    {
        services.AddEncryptedDynamo(dynamo => dynamo
            .UseKmsKey("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")
            .UseKmsClients(_ => new KmsClientSupplier(region => new AmazonKeyManagementServiceClient(Amazon.RegionEndpoint.GetBySystemName(region)))));
    }

    public static void KmsRsaKey(IServiceCollection services)
    {
        services.AddEncryptedDynamo(dynamo => dynamo
            .UseKmsRsaKey("arn:aws:kms:eu-west-1:111122223333:key/5678abcd-12ab-34cd-56ef-1234567890ab", KmsRsaAlgorithm.OaepSha256, File.ReadAllText("public.pem").AsMemory())
            .UseAlgorithmSuite(AlgorithmSuite.SymSigHmacSha384));
    }

    public static async Task RawAesKey(IServiceCollection services, IVault vault)
    {
        byte[] key = await vault.ReadAsync("patients");
        services.AddEncryptedDynamo(dynamo => dynamo.UseRawAesKey("clinic", "patients-2026", key));
        CryptographicOperations.ZeroMemory(key);
    }

    public static void RawRsaKey(IServiceCollection services)
    {
        services.AddEncryptedDynamo(dynamo => dynamo.UseRawRsaKey(
            "clinic", "intake", RawRsaPadding.OaepSha256, publicKeyPem: File.ReadAllText("intake.pem").AsMemory(), privateKeyPem: default));
    }

    public static void WithoutContainer()
    {
        using var client = new AmazonDynamoDBClient();
        using var db = EncryptedDynamoContext.Create(client, dynamo => dynamo.UseLocalKey("patients.key"));
    }
}
