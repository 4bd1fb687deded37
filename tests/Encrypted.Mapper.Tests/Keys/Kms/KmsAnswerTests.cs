using Amazon.KeyManagementService.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>Keyrings, sections 6.2 and 6.3: requests, what answers must be, and what becomes of the key bytes in them.</summary>
public sealed class KmsAnswerTests : IDisposable
{
    private const string Other = "arn:aws:kms:eu-west-1:111122223333:key/other";

    private readonly ScriptedKms _kms = new();

    public void Dispose() => _kms.Dispose();

    [Fact]
    public async Task Requests_are_those_of_the_format()
    {
        var keyring = new KmsKeyring(_kms, ScriptedKms.Key, ["token"]);

        await ReadAsync(keyring, await WriteAsync(keyring));

        var generate = Assert.IsType<GenerateDataKeyRequest>(_kms.Requests[0]);
        Assert.Equal((ScriptedKms.Key, 32, null), (generate.KeyId, generate.NumberOfBytes, generate.KeySpec));
        Assert.Equal(["token"], generate.GrantTokens);
        var decrypt = Assert.IsType<DecryptRequest>(_kms.Requests[1]);
        Assert.Equal((ScriptedKms.Key, null), (decrypt.KeyId, decrypt.EncryptionAlgorithm));
        Assert.Equal(["token"], decrypt.GrantTokens);
        Assert.Equal([1, 2, 3], decrypt.CiphertextBlob.ToArray());
        Assert.Equal(generate.EncryptionContext, decrypt.EncryptionContext);
        Assert.Equal(["eu-west-1", "eu-west-1"], _kms.Regions);
        Assert.Equal(2, _kms.Requests.Count);
    }

    [Fact]
    public async Task A_key_named_without_a_Region_leaves_the_choice_to_the_supplier()
    {
        await WriteAsync(new KmsKeyring(_kms, "alias/patients"));

        Assert.Equal([""], _kms.Regions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S22_the_key_bytes_of_an_answer_are_overwritten(bool exposable)
    {
        byte[] generated = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
        byte[] decrypted = [.. generated];
        _kms.OnGenerate = _ => new() { KeyId = ScriptedKms.Key, Plaintext = Stream(generated, exposable), CiphertextBlob = new([1]) };
        _kms.OnDecrypt = _ => new() { KeyId = ScriptedKms.Key, Plaintext = Stream(decrypted, exposable) };
        var keyring = new KmsKeyring(_kms, ScriptedKms.Key);

        Assert.Equal("078-05-1120", await ReadAsync(keyring, await WriteAsync(keyring)));

        Assert.All(generated, value => Assert.Equal(0, value));
        Assert.All(decrypted, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(1000)]
    public async Task S22_so_are_those_of_an_answer_that_is_refused(int length)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)9, length)];
        _kms.OnGenerate = _ => new() { KeyId = ScriptedKms.Key, Plaintext = Stream(bytes, exposable: false), CiphertextBlob = new([1]) };

        await RefusedAsync(new KmsKeyring(_kms, ScriptedKms.Key));

        Assert.All(bytes, value => Assert.Equal(0, value));
    }

    public static TheoryData<string, GenerateDataKeyResponse?> WrongAnswers() => new()
    {
        { "nothing", null },
        { "no key id", new() { Plaintext = Bytes(32), CiphertextBlob = Bytes(1) } },
        { "no ARN", new() { KeyId = "1234abcd", Plaintext = Bytes(32), CiphertextBlob = Bytes(1) } },
        { "another key", new() { KeyId = Other, Plaintext = Bytes(32), CiphertextBlob = Bytes(1) } },
        { "no plaintext", new() { KeyId = ScriptedKms.Key, CiphertextBlob = Bytes(1) } },
        { "a short plaintext", new() { KeyId = ScriptedKms.Key, Plaintext = Bytes(31), CiphertextBlob = Bytes(1) } },
        { "a long plaintext", new() { KeyId = ScriptedKms.Key, Plaintext = Bytes(33), CiphertextBlob = Bytes(1) } },
        { "no ciphertext", new() { KeyId = ScriptedKms.Key, Plaintext = Bytes(32) } },
        { "an empty ciphertext", new() { KeyId = ScriptedKms.Key, Plaintext = Bytes(32), CiphertextBlob = Bytes(0) } },
        { "a long ciphertext", new() { KeyId = ScriptedKms.Key, Plaintext = Bytes(32), CiphertextBlob = Bytes(6145) } },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_new_key_that_cannot_be_right_is_not_used(string what, GenerateDataKeyResponse? answer)
    {
        _kms.OnGenerate = _ => answer;

        var error = await RefusedAsync(new KmsKeyring(_kms, ScriptedKms.Key));

        Assert.True(error.Rule == "kms-response", what);
        Assert.Equal(("kms:GenerateDataKey", ScriptedKms.Key), (error.Attempts[0].Operation, error.Attempts[0].Key));
    }

    [Fact]
    public async Task An_answer_of_another_key_or_without_plaintext_is_not_used()
    {
        var keyring = new KmsKeyring(_kms, ScriptedKms.Key);
        var stored = await WriteAsync(keyring);
        foreach (var answer in new DecryptResponse?[] { null, new() { KeyId = Other, Plaintext = Bytes(32) }, new() { Plaintext = Bytes(32) }, new() { KeyId = ScriptedKms.Key } })
        {
            _kms.OnDecrypt = _ => answer;

            var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => ReadAsync(keyring, stored));
            Assert.Equal("kms-response", error.Rule);
        }
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public async Task Another_amount_of_bytes_was_never_a_key_of_ours(int length)
    {
        var keyring = new KmsKeyring(_kms, ScriptedKms.Key);
        var stored = await WriteAsync(keyring);
        _kms.OnDecrypt = _ => new() { KeyId = ScriptedKms.Key, Plaintext = Bytes(length) };

        Assert.Equal("data-key", (await Assert.ThrowsAsync<ItemVerificationException>(() => ReadAsync(keyring, stored))).Rule);
    }

    [Fact]
    public async Task An_encrypted_data_key_that_KMS_refuses_gives_way_to_the_next()
    {
        var keyring = new KmsKeyring(_kms, ScriptedKms.Key);
        var stored = await WriteAsync(new MultiKeyring(keyring, keyring, keyring));
        var answers = 0;
        _kms.OnDecrypt = request => ++answers < 3
            ? throw new InvalidCiphertextException("m")
            : new() { KeyId = request.KeyId, Plaintext = new(Enumerable.Repeat((byte)7, 32).ToArray()) };

        Assert.Equal("078-05-1120", await ReadAsync(keyring, stored));
        Assert.Equal(3, answers);
    }

    [Fact]
    public async Task A_supplier_that_fails_is_a_key_that_is_unavailable()
    {
        using var clients = new KmsClientSupplier(_ => throw new TimeoutException());

        var error = await RefusedAsync(new KmsKeyring(clients, ScriptedKms.Key));

        Assert.Equal("kms-unreachable", error.Rule);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public void Configurations_that_cannot_be_are_refused_at_once()
    {
        Assert.Equal("kms-key-id", Rule(() => new KmsKeyring(_kms, "key/1")));
        Assert.Equal("kms-key-id", Rule(() => new KmsMrkKeyring(_kms, "")));
        Assert.Equal("kms-grant-tokens", Rule(() => new KmsKeyring(_kms, ScriptedKms.Key, [""])));
        Assert.Equal("kms-region", Rule(() => new KmsDiscoveryKeyring(_kms, " ", new("aws", "1"))));
        Assert.Equal("kms-discovery-filter", Rule(() => new KmsDiscoveryFilter("aws")));
        Assert.Equal("kms-discovery-filter", Rule(() => new KmsDiscoveryFilter(" ", "1")));
        Assert.Equal("kms-discovery-filter", Rule(() => new KmsDiscoveryFilter("aws", "1", " ")));
        var replicas = Assert.Throws<ModelConfigurationException>(() => KmsMrkKeyring.RequireDistinct(["arn:aws:kms:eu-west-1:1:key/mrk-1", "arn:aws:kms:us-east-1:1:key/mrk-1"]));
        Assert.Equal("kms-replicas", replicas.Rule);
        KmsMrkKeyring.RequireDistinct(["arn:aws:kms:eu-west-1:1:key/mrk-1", "arn:aws:kms:us-east-1:1:key/mrk-2", "alias/mrk-1", "1", "1"]);

        static string Rule(Func<object> create) => Assert.Throws<ModelConfigurationException>(create).Rule;
    }

    private static MemoryStream Bytes(int length) => new(new byte[length]);

    private static MemoryStream Stream(byte[] bytes, bool exposable) => new(bytes, 0, bytes.Length, writable: true, publiclyVisible: exposable);

    private static async Task<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>> WriteAsync(IKeyring keyring)
        => await new ItemEncryptor(Items.Configuration, keyring).EncryptAsync(Items.Plain());

    private static async Task<string> ReadAsync(IKeyring keyring, Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> stored)
        => (await new ItemEncryptor(Items.Configuration, keyring).DecryptAsync(stored))["Ssn"].S;

    private static Task<KeyUnavailableException> RefusedAsync(IKeyring keyring)
        => Assert.ThrowsAsync<KeyUnavailableException>(() => WriteAsync(keyring));
}
