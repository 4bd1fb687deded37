using System.Text;
using System.Text.Json;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class CloudTrailTests : RunningKms
{
    [Fact]
    public async Task A_call_is_recorded_in_the_members_that_CloudTrail_has()
    {
        await Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32, EncryptionContext = new() { ["aws-crypto-table-name"] = "Patients" } }, Cancellation);

        var record = Assert.Single(await RecordsAsync());

        Assert.Equal("kms.amazonaws.com", Text(record, "eventSource"));
        Assert.Equal("GenerateDataKey", Text(record, "eventName"));
        Assert.Equal("eu-west-1", Text(record, "awsRegion"));
        Assert.Equal("AwsApiCall", Text(record, "eventType"));
        Assert.Equal("arn:aws:iam::111122223333:user/local", Text(record.GetProperty("userIdentity"), "arn"));
        Assert.True(record.GetProperty("readOnly").GetBoolean());
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", Text(record, "eventTime"));
        Assert.True(Guid.TryParse(Text(record, "eventID"), out _));
        Assert.Equal(Kms.Calls[0].RequestId.ToString(), Text(record, "requestID"));
        var parameters = record.GetProperty("requestParameters");
        Assert.Equal(Key, Text(parameters, "keyId"));
        Assert.Equal(32, parameters.GetProperty("numberOfBytes").GetInt32());
        Assert.Equal("Patients", Text(parameters.GetProperty("encryptionContext"), "aws-crypto-table-name"));
        Assert.Equal(Key, Text(Assert.Single(record.GetProperty("resources").EnumerateArray()), "ARN"));
        Assert.False(record.TryGetProperty("errorCode", out _));
    }

    [Fact]
    public async Task A_denied_call_is_recorded_with_CloudTrails_spelling_of_the_error()
    {
        Kms.Restrict(Key);
        await Assert.ThrowsAnyAsync<AmazonKeyManagementServiceException>(() => Client.DescribeKeyAsync(Key, Cancellation));

        var record = Assert.Single(await RecordsAsync());

        Assert.Equal("AccessDenied", Text(record, "errorCode"));
        Assert.Contains("kms:DescribeKey", Text(record, "errorMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_plaintext_nor_keys_nor_ciphertext_nor_tokens_are_recorded()
    {
        var plaintext = Encoding.ASCII.GetBytes("a planted plaintext of some length");
        var grant = await Client.CreateGrantAsync(new CreateGrantRequest { KeyId = Key, GranteePrincipal = "local", Operations = ["Decrypt"] }, Cancellation);
        var encrypted = await Client.EncryptAsync(new EncryptRequest { KeyId = Key, Plaintext = new MemoryStream(plaintext) }, Cancellation);
        await Client.DecryptAsync(new DecryptRequest { CiphertextBlob = encrypted.CiphertextBlob, GrantTokens = [grant.GrantToken] }, Cancellation);
        var generated = await Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32 }, Cancellation);

        var log = Encoding.UTF8.GetString(await WrittenAsync());

        foreach (var secret in new[] { plaintext, encrypted.CiphertextBlob.ToArray(), generated.Plaintext.ToArray(), generated.CiphertextBlob.ToArray() })
        {
            Assert.DoesNotContain(Convert.ToBase64String(secret)[..24], log, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("a planted plaintext", log, StringComparison.Ordinal);
        Assert.DoesNotContain(grant.GrantToken, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_keys_of_a_ReEncrypt_are_resources()
    {
        var other = Kms.CreateKey();
        await Client.ReEncryptAsync(new ReEncryptRequest { CiphertextBlob = await SealedAsync(Key, 1), DestinationKeyId = other }, Cancellation);

        var resources = (await RecordsAsync())[1].GetProperty("resources").EnumerateArray().Select(resource => Text(resource, "ARN"));

        Assert.Equal([other, Key], resources);
    }

    private async Task<byte[]> WrittenAsync()
    {
        using var stream = new MemoryStream();
        await Kms.WriteCloudTrailAsync(stream, Cancellation);
        return stream.ToArray();
    }

    private async Task<JsonElement[]> RecordsAsync()
    {
        using var document = JsonDocument.Parse(await WrittenAsync());
        return [.. document.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.Clone())];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
