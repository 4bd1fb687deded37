using System.Text.Json.Nodes;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>The branch key store of the AWS Encryption SDK for JavaScript.</summary>
internal sealed class ForeignKeyStore(ForeignProgram program, JsonObject description)
{
    public JsonObject Description => description.DeepClone().AsObject();

    public async Task<string> CreateKeyAsync(string? branchKeyId = null, Dictionary<string, string>? encryptionContext = null)
    {
        var arguments = new JsonObject { ["store"] = Description };
        if (branchKeyId is not null)
        {
            arguments["branchKeyId"] = branchKeyId;
        }

        if (encryptionContext is not null)
        {
            arguments["encryptionContext"] = Wire.Map(encryptionContext);
        }

        return (await program.AskAsync("createKey", arguments)).ToText();
    }

    public Task VersionKeyAsync(string branchKeyId) => program.AskAsync("versionKey", new() { ["store"] = Description, ["branchKeyId"] = branchKeyId });

    public async Task<ForeignBranchKey> GetActiveAsync(string branchKeyId)
        => Read(await program.AskAsync("getActive", new() { ["store"] = Description, ["branchKeyId"] = branchKeyId }));

    public async Task<ForeignBranchKey> GetVersionAsync(string branchKeyId, Guid version)
        => Read(await program.AskAsync("getVersion", new() { ["store"] = Description, ["branchKeyId"] = branchKeyId, ["version"] = version.ToString("D") }));

    private static ForeignBranchKey Read(JsonNode? answer) => new(
        answer!["branchKeyId"].ToText(),
        Guid.ParseExact(answer["version"].ToText(), "D"),
        Convert.ToHexString(answer["key"].ToBytes()),
        answer["encryptionContext"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value.ToText()));
}
