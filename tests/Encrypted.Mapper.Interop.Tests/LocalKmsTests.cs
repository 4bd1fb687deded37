using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Encrypted.Mapper.Interop.Tests.Support;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>The AWS SDK for JavaScript drives the local AWS KMS through its operations: it parses every answer by its own model of the service.</summary>
public sealed class LocalKmsTests(ForeignProgram program, KmsServer server)
{
    private static readonly byte[] s_plaintext = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    private readonly ForeignKms _client = new(program, server);

    [Fact]
    public async Task It_creates_describes_and_lists_keys()
    {
        var created = (await _client.SendAsync("CreateKey", new() { ["Description"] = "made abroad" }))["KeyMetadata"]!;
        var key = created["Arn"].ToText();

        var described = (await _client.SendAsync("DescribeKey", new() { ["KeyId"] = created["KeyId"].ToText() }))["KeyMetadata"]!;
        var listed = (await _client.SendAsync("ListKeys", []))["Keys"]!.AsArray();

        Assert.Equal($"arn:aws:kms:eu-west-1:111122223333:key/{created["KeyId"].ToText()}", key);
        Assert.Equal("made abroad", described["Description"].ToText());
        Assert.Equal("Enabled", described["KeyState"].ToText());
        Assert.Equal("SYMMETRIC_DEFAULT", described["KeySpec"].ToText());
        Assert.Equal("ENCRYPT_DECRYPT", described["KeyUsage"].ToText());
        Assert.Equal("CUSTOMER", described["KeyManager"].ToText());
        Assert.True(DateTimeOffset.TryParse(described["CreationDate"].ToText(), out _));
        Assert.Contains(listed, entry => entry!["KeyArn"].ToText() == key);
    }

    [Fact]
    public async Task It_encrypts_and_decrypts_by_id_and_ARN_and_alias()
    {
        var key = await CreateKeyAsync();
        var alias = "alias/" + Guid.NewGuid().ToString("N");
        await _client.SendAsync("CreateAlias", new() { ["AliasName"] = alias, ["TargetKeyId"] = key });

        foreach (var name in new[] { key, key.Split('/')[1], alias, $"arn:aws:kms:eu-west-1:111122223333:{alias}" })
        {
            var sealedIt = await _client.SendAsync("Encrypt", With(name, new() { ["Plaintext"] = Wire.Bytes(s_plaintext) }));
            var opened = await _client.SendAsync("Decrypt", With(name, new() { ["CiphertextBlob"] = sealedIt["CiphertextBlob"]!.DeepClone() }));

            Assert.Equal(key, sealedIt["KeyId"].ToText());
            Assert.Equal(key, opened["KeyId"].ToText());
            Assert.Equal("SYMMETRIC_DEFAULT", opened["EncryptionAlgorithm"].ToText());
            Assert.Equal(s_plaintext, opened["Plaintext"].ToBytes());
        }
    }

    [Fact]
    public async Task It_decrypts_without_naming_the_key()
    {
        var blob = await EncryptAsync(await CreateKeyAsync());

        var opened = await _client.SendAsync("Decrypt", new() { ["CiphertextBlob"] = Wire.Bytes(blob), ["EncryptionContext"] = Wire.Map(Contexts.Item()) });

        Assert.Equal(s_plaintext, opened["Plaintext"].ToBytes());
    }

    [Fact]
    public async Task It_generates_data_keys_with_and_without_plaintext()
    {
        var key = await CreateKeyAsync();

        var generated = await _client.SendAsync("GenerateDataKey", With(key, new() { ["NumberOfBytes"] = 32 }));
        var bySpec = await _client.SendAsync("GenerateDataKey", With(key, new() { ["KeySpec"] = "AES_256" }));
        var hidden = await _client.SendAsync("GenerateDataKeyWithoutPlaintext", With(key, new() { ["NumberOfBytes"] = 64 }));

        Assert.Equal(32, bySpec["Plaintext"].ToBytes().Length);
        Assert.Equal(generated["Plaintext"].ToBytes(), await _client.DecryptAsync(generated["CiphertextBlob"].ToBytes(), key, Contexts.Item()));
        Assert.Null(hidden["Plaintext"]);
        Assert.Equal(64, (await _client.DecryptAsync(hidden["CiphertextBlob"].ToBytes(), key, Contexts.Item())).Length);
    }

    [Fact]
    public async Task It_reencrypts_to_another_key_and_context()
    {
        var (source, destination) = (await CreateKeyAsync(), await CreateKeyAsync());
        var blob = await EncryptAsync(source);

        var answer = await _client.SendAsync("ReEncrypt", new()
        {
            ["CiphertextBlob"] = Wire.Bytes(blob),
            ["SourceKeyId"] = source,
            ["SourceEncryptionContext"] = Wire.Map(Contexts.Item()),
            ["DestinationKeyId"] = destination,
            ["DestinationEncryptionContext"] = Wire.Map(Contexts.Other()),
        });

        Assert.Equal((source, destination), (answer["SourceKeyId"].ToText(), answer["KeyId"].ToText()));
        Assert.Equal(s_plaintext, await _client.DecryptAsync(answer["CiphertextBlob"].ToBytes(), destination, Contexts.Other()));
    }

    [Theory]
    [InlineData("RSA_2048", 2048)]
    [InlineData("RSA_3072", 3072)]
    public async Task It_encrypts_under_a_public_key_locally_and_has_it_decrypted(string spec, int bits)
    {
        var key = await CreateKeyAsync(new() { ["KeySpec"] = spec, ["KeyUsage"] = "ENCRYPT_DECRYPT" });
        var answer = await _client.SendAsync("GetPublicKey", new() { ["KeyId"] = key });
        var locally = await program.AskAsync("encryptUnderPublicKey", new()
        {
            ["publicKey"] = answer["PublicKey"]!.DeepClone(),
            ["oaepHash"] = "sha256",
            ["plaintext"] = Wire.Bytes(s_plaintext),
        });
        var byTheService = await _client.SendAsync("Encrypt", new()
        {
            ["KeyId"] = key,
            ["Plaintext"] = Wire.Bytes(s_plaintext),
            ["EncryptionAlgorithm"] = "RSAES_OAEP_SHA_256",
        });

        Assert.Equal((spec, key), (answer["KeySpec"].ToText(), answer["KeyId"].ToText()));
        foreach (var blob in new[] { locally.ToBytes(), byTheService["CiphertextBlob"].ToBytes() })
        {
            Assert.Equal(bits / 8, blob.Length);
            var opened = await _client.SendAsync("Decrypt", new()
            {
                ["KeyId"] = key,
                ["CiphertextBlob"] = Wire.Bytes(blob),
                ["EncryptionAlgorithm"] = "RSAES_OAEP_SHA_256",
            });
            Assert.Equal(s_plaintext, opened["Plaintext"].ToBytes());
        }
    }

    [Fact]
    public async Task It_moves_and_deletes_aliases()
    {
        var (first, second) = (await CreateKeyAsync(), await CreateKeyAsync());
        var alias = "alias/" + Guid.NewGuid().ToString("N");
        await _client.SendAsync("CreateAlias", new() { ["AliasName"] = alias, ["TargetKeyId"] = first });
        Assert.Equal("AlreadyExistsException", (await _client.RefusalAsync("CreateAlias", new() { ["AliasName"] = alias, ["TargetKeyId"] = second })).Name);

        await _client.SendAsync("UpdateAlias", new() { ["AliasName"] = alias, ["TargetKeyId"] = second });
        var listed = (await _client.SendAsync("ListAliases", new() { ["KeyId"] = second }))["Aliases"]!.AsArray();
        Assert.Equal(alias, Assert.Single(listed)!["AliasName"].ToText());
        Assert.Equal(second, (await _client.SendAsync("DescribeKey", new() { ["KeyId"] = alias }))["KeyMetadata"]!["Arn"].ToText());

        await _client.SendAsync("DeleteAlias", new() { ["AliasName"] = alias });
        Assert.Equal("NotFoundException", (await _client.RefusalAsync("DescribeKey", new() { ["KeyId"] = alias })).Name);
    }

    [Fact]
    public async Task It_replicates_a_multi_Region_key_and_decrypts_with_the_replica()
    {
        var primary = await CreateKeyAsync(new() { ["MultiRegion"] = true });
        var blob = await EncryptAsync(primary);

        var replica = (await _client.SendAsync("ReplicateKey", new() { ["KeyId"] = primary, ["ReplicaRegion"] = "us-west-2" }))["ReplicaKeyMetadata"]!;

        Assert.Equal("REPLICA", replica["MultiRegionConfiguration"]!["MultiRegionKeyType"].ToText());
        Assert.Equal(primary, replica["MultiRegionConfiguration"]!["PrimaryKey"]!["Arn"].ToText());
        Assert.Equal(s_plaintext, await new ForeignKms(program, server, region: "us-west-2").DecryptAsync(blob, replica["Arn"].ToText(), Contexts.Item()));
    }

    [Fact]
    public async Task A_grant_lets_another_caller_decrypt_until_it_is_revoked()
    {
        var key = await CreateKeyAsync();
        var blob = await EncryptAsync(key);
        server.Kms.Restrict(key).Allow("foreign", "*");
        var grantee = new ForeignKms(program, server, caller: "grantee");
        var decryption = With(key, new() { ["CiphertextBlob"] = Wire.Bytes(blob) });
        Assert.Equal(("AccessDeniedException", 400), await grantee.RefusalAsync("Decrypt", Copy(decryption)));

        var grant = await _client.SendAsync("CreateGrant", new()
        {
            ["KeyId"] = key,
            ["GranteePrincipal"] = "arn:aws:iam::111122223333:user/grantee",
            ["Operations"] = new JsonArray("Decrypt"),
            ["Constraints"] = new JsonObject { ["EncryptionContextSubset"] = new JsonObject { ["aws-crypto-table-name"] = "Patients" } },
        });
        var withToken = Copy(decryption);
        withToken["GrantTokens"] = new JsonArray(grant["GrantToken"].ToText());

        Assert.Equal(s_plaintext, (await grantee.SendAsync("Decrypt", withToken))["Plaintext"].ToBytes());
        Assert.Equal("AccessDeniedException", (await grantee.RefusalAsync("Encrypt", With(key, new() { ["Plaintext"] = Wire.Bytes(s_plaintext) }))).Name);
        var listed = Assert.Single((await _client.SendAsync("ListGrants", new() { ["KeyId"] = key }))["Grants"]!.AsArray())!;
        Assert.Equal(grant["GrantId"].ToText(), listed["GrantId"].ToText());
        Assert.Equal(["Decrypt"], listed["Operations"]!.AsArray().Select(operation => operation.ToText()));

        await _client.SendAsync("RevokeGrant", new() { ["KeyId"] = key, ["GrantId"] = grant["GrantId"].ToText() });
        Assert.Equal("AccessDeniedException", (await grantee.RefusalAsync("Decrypt", Copy(decryption))).Name);
    }

    [Fact]
    public async Task A_grantee_retires_a_grant_by_its_token()
    {
        var key = await CreateKeyAsync();
        var grant = await _client.SendAsync("CreateGrant", new()
        {
            ["KeyId"] = key,
            ["GranteePrincipal"] = "arn:aws:iam::111122223333:user/grantee",
            ["Operations"] = new JsonArray("Decrypt", "RetireGrant"),
        });

        await new ForeignKms(program, server, caller: "grantee").SendAsync("RetireGrant", new() { ["GrantToken"] = grant["GrantToken"].ToText() });

        Assert.Empty((await _client.SendAsync("ListGrants", new() { ["KeyId"] = key }))["Grants"]!.AsArray());
    }

    [Fact]
    public async Task What_is_disabled_or_to_be_deleted_is_refused_by_the_errors_that_the_client_knows()
    {
        var key = await CreateKeyAsync();
        var decryption = With(key, new() { ["CiphertextBlob"] = Wire.Bytes(await EncryptAsync(key)) });

        await _client.SendAsync("DisableKey", new() { ["KeyId"] = key });
        Assert.Equal(("DisabledException", 400), await _client.RefusalAsync("Decrypt", Copy(decryption)));

        await _client.SendAsync("EnableKey", new() { ["KeyId"] = key });
        Assert.Equal(s_plaintext, (await _client.SendAsync("Decrypt", Copy(decryption)))["Plaintext"].ToBytes());

        var scheduled = await _client.SendAsync("ScheduleKeyDeletion", new() { ["KeyId"] = key, ["PendingWindowInDays"] = 7 });
        Assert.True(DateTimeOffset.TryParse(scheduled["DeletionDate"].ToText(), out _));
        Assert.Equal(("KMSInvalidStateException", 400), await _client.RefusalAsync("Decrypt", Copy(decryption)));

        await _client.SendAsync("CancelKeyDeletion", new() { ["KeyId"] = key });
        Assert.Equal("Disabled", (await _client.SendAsync("DescribeKey", new() { ["KeyId"] = key }))["KeyMetadata"]!["KeyState"].ToText());
    }

    [Fact]
    public async Task Wrong_requests_are_refused_by_the_errors_that_the_client_knows()
    {
        var (key, other) = (await CreateKeyAsync(), await CreateKeyAsync());
        var blob = await EncryptAsync(key);
        var changed = blob.ToArray();
        changed[^1] ^= 1;

        async Task<string> RefusalOfAsync(byte[] ciphertext, string keyId, Dictionary<string, string> context) => (await _client.RefusalAsync("Decrypt", new()
        {
            ["KeyId"] = keyId,
            ["CiphertextBlob"] = Wire.Bytes(ciphertext),
            ["EncryptionContext"] = Wire.Map(context),
        })).Name;

        Assert.Equal("InvalidCiphertextException", await RefusalOfAsync(blob, key, Contexts.Other()));
        Assert.Equal("InvalidCiphertextException", await RefusalOfAsync(changed, key, Contexts.Item()));
        Assert.Equal("InvalidCiphertextException", await RefusalOfAsync(RandomNumberGenerator.GetBytes(80), key, Contexts.Item()));
        Assert.Equal("IncorrectKeyException", await RefusalOfAsync(blob, other, Contexts.Item()));
        Assert.Equal("NotFoundException", await RefusalOfAsync(blob, key[..^4] + "0000", Contexts.Item()));
        Assert.Equal("ValidationException", (await _client.RefusalAsync("GenerateDataKey", new() { ["KeyId"] = key, ["NumberOfBytes"] = 5000 })).Name);
        Assert.Equal("InvalidGrantTokenException", (await _client.RefusalAsync("GenerateDataKey", new() { ["KeyId"] = key, ["NumberOfBytes"] = 32, ["GrantTokens"] = new JsonArray("none") })).Name);
    }

    [Fact]
    public async Task A_throttled_call_is_a_throttling_error_to_the_client()
    {
        var key = await CreateKeyAsync();
        using var fault = server.Kms.Faults.Throttle(keyArn: key, count: 1);

        var (name, _) = await _client.RefusalAsync("GenerateDataKey", new() { ["KeyId"] = key, ["NumberOfBytes"] = 32 });

        Assert.Equal("ThrottlingException", name);
    }

    private static JsonObject With(string key, JsonObject input)
    {
        input["KeyId"] = key;
        input["EncryptionContext"] = Wire.Map(Contexts.Item());
        return input;
    }

    private static JsonObject Copy(JsonObject input) => input.DeepClone().AsObject();

    private async Task<string> CreateKeyAsync(JsonObject? input = null) => (await _client.SendAsync("CreateKey", input ?? []))["KeyMetadata"]!["Arn"].ToText();

    private async Task<byte[]> EncryptAsync(string key) => (await _client.SendAsync("Encrypt", With(key, new() { ["Plaintext"] = Wire.Bytes(s_plaintext) })))["CiphertextBlob"].ToBytes();
}
