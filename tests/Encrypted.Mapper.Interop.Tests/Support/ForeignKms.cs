using System.Text.Json.Nodes;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>The AWS SDK for JavaScript's client of AWS KMS, for one caller in one Region.</summary>
internal sealed class ForeignKms(ForeignProgram program, KmsServer server, string caller = "foreign", string region = "eu-west-1")
{
    /// <summary>Sends a command, such as <c>Encrypt</c>.</summary>
    /// <returns>The response's members.</returns>
    public async Task<JsonNode> SendAsync(string command, JsonObject input) => (await program.AskAsync("callKms", new()
    {
        ["service"] = server.Described(caller, region),
        ["command"] = command,
        ["input"] = input,
    }))!;

    /// <summary>Sends a command that must fail.</summary>
    /// <returns>The error's name and status.</returns>
    public async Task<(string Name, int? Status)> RefusalAsync(string command, JsonObject input)
    {
        var error = await Assert.ThrowsAsync<ForeignException>(() => SendAsync(command, input));
        return (error.Name, error.Status);
    }

    /// <summary>Decrypts, and gives the plaintext.</summary>
    public async Task<byte[]> DecryptAsync(byte[] blob, string keyArn, Dictionary<string, string> context) => (await SendAsync("Decrypt", new()
    {
        ["KeyId"] = keyArn,
        ["CiphertextBlob"] = Wire.Bytes(blob),
        ["EncryptionContext"] = Wire.Map(context),
    }))["Plaintext"].ToBytes();
}
