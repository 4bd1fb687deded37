using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>A server for each test, and items of a small table.</summary>
public abstract class RunningKms : IAsyncLifetime
{
    protected const string Region = "eu-west-1";
    protected const string OtherRegion = "us-east-1";
    protected const string Account = "111122223333";
    protected const string Secret = "078-05-1120";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected LocalKms Kms { get; private set; } = null!;

    protected IKmsClientSupplier Clients => Kms.Clients();

    public async ValueTask InitializeAsync() => Kms = await LocalKms.StartAsync(cancellationToken: Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Kms.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Dictionary<string, AttributeValue> Plain(string secret = Secret) => new()
    {
        ["Id"] = new() { S = "p-1" },
        ["Ssn"] = new() { S = secret },
    };

    protected static ItemEncryptor Encryptor(IKeyring keyring, AlgorithmSuite suite = AlgorithmSuite.EcdsaP384SymSigHmacSha384) => new(
        new()
        {
            LogicalTableName = "Patients",
            PartitionKey = "Id",
            Actions = new Dictionary<string, CryptoAction>
            {
                ["Id"] = CryptoAction.SignOnly,
                ["Ssn"] = CryptoAction.EncryptAndSign,
            },
            AlgorithmSuite = suite,
        },
        keyring);

    protected static Task<Dictionary<string, AttributeValue>> WriteAsync(IKeyring keyring, AlgorithmSuite suite = AlgorithmSuite.EcdsaP384SymSigHmacSha384)
        => Encryptor(keyring, suite).EncryptAsync(Plain(), Cancellation).AsTask();

    protected static async Task<string> ReadAsync(IKeyring keyring, Dictionary<string, AttributeValue> item)
        => (await Encryptor(keyring).DecryptAsync(item, Cancellation))["Ssn"].S;

    protected static Task<KeyUnavailableException> UnavailableAsync(IKeyring keyring, Dictionary<string, AttributeValue> item)
        => Assert.ThrowsAsync<KeyUnavailableException>(() => ReadAsync(keyring, item));

    protected static async Task UnverifiableAsync(string rule, IKeyring keyring, Dictionary<string, AttributeValue> item)
        => Assert.Equal(rule, (await Assert.ThrowsAsync<ItemVerificationException>(() => ReadAsync(keyring, item))).Rule);
}
