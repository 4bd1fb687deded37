using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Tests.Support;
using TableDescription = Encrypted.Mapper.IndependentReader.TableDescription;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Whole items whose keys a foreign keyring unwraps for the independent reader, so that no key code of the library has a part in reading them; and the other way.</summary>
public sealed class WholeItemTests(ForeignProgram program, KmsServer server, BranchKeyTable keyStore)
{
    private static readonly byte[] s_aesKey = RandomNumberGenerator.GetBytes(32);
    private static readonly RSA s_rsaKey = RSA.Create(2048);

    public static TheoryData<string, AlgorithmSuite, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, AlgorithmSuite, bool>();
            foreach (var family in new[] { "raw AES", "raw RSA", "AWS KMS", "hierarchical" })
            {
                cases.Add(family, AlgorithmSuite.SymSigHmacSha384, false);
                cases.Add(family, AlgorithmSuite.EcdsaP384SymSigHmacSha384, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_item_that_ours_wrote_opens_with_the_foreign_keyring_and_the_independent_reader(string family, AlgorithmSuite suite, bool inContext)
    {
        var pair = await PairAsync(family);
        var written = await new ItemEncryptor(Configuration(suite, inContext), pair.Ours).EncryptAsync(Plain(), TestContext.Current.CancellationToken);

        var reading = await ForeignRecipient.ReadAsync(Described(suite, inContext), pair.Foreign, SdkItems.FromSdk(written));

        Assert.Null(reading.Reason);
        Assert.Equal(SdkItems.Text(Plain()), DynamoJson.Write(reading.Plain));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_item_under_a_key_that_the_foreign_keyring_wrapped_opens_with_ours(string family, AlgorithmSuite suite, bool inContext)
    {
        var pair = await PairAsync(family);
        var written = await new ItemEncryptor(Configuration(suite, inContext), new ForeignWriter(pair.Foreign)).EncryptAsync(Plain(), TestContext.Current.CancellationToken);

        var plain = await new ItemEncryptor(Configuration(suite, inContext), pair.Ours).DecryptAsync(written, TestContext.Current.CancellationToken);

        Assert.Equal(SdkItems.Text(Plain()), SdkItems.Text(plain));
    }

    [Fact]
    public async Task An_item_moved_under_another_key_is_refused_by_the_foreign_service()
    {
        var pair = await PairAsync("AWS KMS");
        var written = await new ItemEncryptor(Configuration(AlgorithmSuite.SymSigHmacSha384, inContext: false), pair.Ours).EncryptAsync(Plain(), TestContext.Current.CancellationToken);
        written["Id"] = new() { S = "p-2" };

        var error = await Assert.ThrowsAsync<ForeignException>(() => ForeignRecipient.ReadAsync(Described(AlgorithmSuite.SymSigHmacSha384, inContext: false), pair.Foreign, SdkItems.FromSdk(written)));

        Assert.Contains("InvalidCiphertextException", error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, AttributeValue> Plain() => new()
    {
        ["Id"] = new() { S = "p-1" },
        ["Visit"] = new() { N = "7" },
        ["Clinic"] = new() { S = "Straße \U0001F511" },
        ["Ssn"] = new() { S = "078-05-1120" },
        ["Readings"] = new() { L = [new() { N = "36.6" }, new() { BOOL = true }, new() { M = new() { ["note"] = new() { NULL = true } } }] },
        ["Tags"] = new() { SS = ["a", "b"] },
        ["Scan"] = new() { B = new MemoryStream([0, 1, 2]) },
    };

    private static ItemEncryptorConfiguration Configuration(AlgorithmSuite suite, bool inContext)
    {
        var keys = inContext ? CryptoAction.SignAndIncludeInEncryptionContext : CryptoAction.SignOnly;
        return new()
        {
            LogicalTableName = "Patients",
            PartitionKey = "Id",
            SortKey = "Visit",
            AlgorithmSuite = suite,
            Actions = new Dictionary<string, CryptoAction>
            {
                ["Id"] = keys,
                ["Visit"] = keys,
                ["Clinic"] = keys,
                ["Ssn"] = CryptoAction.EncryptAndSign,
                ["Readings"] = CryptoAction.EncryptAndSign,
                ["Tags"] = CryptoAction.EncryptAndSign,
                ["Scan"] = CryptoAction.EncryptAndSign,
            },
        };
    }

    private static TableDescription Described(AlgorithmSuite suite, bool inContext)
    {
        var configuration = Configuration(suite, inContext);
        return new()
        {
            Table = configuration.LogicalTableName,
            PartitionKey = configuration.PartitionKey,
            SortKey = configuration.SortKey,
            Actions = configuration.Actions.ToDictionary(action => action.Key, action => action.Value switch
            {
                CryptoAction.EncryptAndSign => "ENCRYPT_AND_SIGN",
                CryptoAction.SignOnly => "SIGN_ONLY",
                _ => "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT",
            }),
        };
    }

    private async Task<KeyringPair> PairAsync(string family)
    {
        switch (family)
        {
            case "raw AES":
                return new(
                    new RawAesKeyring("interop", "first", s_aesKey),
                    new(program, new() { ["type"] = "rawAes", ["keyNamespace"] = "interop", ["keyName"] = "first", ["key"] = Wire.Bytes(s_aesKey) }));
            case "raw RSA":
                var (publicKey, privateKey) = (s_rsaKey.ExportSubjectPublicKeyInfoPem(), s_rsaKey.ExportPkcs8PrivateKeyPem());
                return new(
                    new RawRsaKeyring("interop", "rsa", RawRsaPadding.OaepSha256, publicKey, privateKey),
                    new(program, new()
                    {
                        ["type"] = "rawRsa",
                        ["keyNamespace"] = "interop",
                        ["keyName"] = "rsa",
                        ["padding"] = "RSA_PKCS1_OAEP_PADDING",
                        ["oaepHash"] = "sha256",
                        ["publicKey"] = publicKey,
                        ["privateKey"] = privateKey,
                    }));
            case "AWS KMS":
                var keyArn = server.Kms.CreateKey();
                return new(
                    new KmsKeyring(server.Kms.Clients("ours"), keyArn),
                    new(program, new() { ["type"] = "kms", ["service"] = server.Described(), ["keyId"] = keyArn }));
            default:
                var storeKeyArn = server.Kms.CreateKey();
                var store = keyStore.Ours(server, BranchKeyStoreKms.Key(storeKeyArn));
                var id = await store.CreateKeyAsync(cancellationToken: TestContext.Current.CancellationToken);
                return new(
                    new HierarchicalKeyring(new BranchKeyCache(store), id),
                    new(program, new JsonObject
                    {
                        ["type"] = "hierarchical",
                        ["store"] = keyStore.Foreign(program, server, storeKeyArn).Description,
                        ["branchKeyId"] = id,
                    }));
        }
    }
}
