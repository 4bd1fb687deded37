using System.Text.Json;
using System.Text.Json.Nodes;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Vectors;

/// <summary>
/// AWS's own decrypt vectors, which aren't part of this repository: DBESDK_AWS_VECTORS names a folder with decrypt_*.json. One
/// file of the same form, written by the tool itself, is always read, so that the reading of the form is tested everywhere.
/// </summary>
public sealed class AwsVectorTests
{
    private const string OwnFile = "own file";

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>(OwnFile);
        if (Environment.GetEnvironmentVariable("DBESDK_AWS_VECTORS") is { Length: > 0 } folder)
        {
            data.AddRange(Directory.GetFiles(folder, "decrypt_*.json").Order(StringComparer.Ordinal).ToArray());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_test_of_the_file_has_its_outcome(string file)
    {
        using var document = JsonDocument.Parse(file == OwnFile ? await WriteOwnAsync() : await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var tests = document.RootElement.GetProperty("tests").EnumerateObject().ToList();

        Assert.NotEmpty(tests);
        foreach (var test in tests)
        {
            await CheckAsync($"{Path.GetFileName(file)} {test.Name}", test.Value);
        }
    }

    private static async Task CheckAsync(string name, JsonElement test)
    {
        using var schema = new SchemaFile(SchemaOf(test.GetProperty("config")));
        var result = await ToolRun.WithinAsync(DynamoJson.Write(DynamoJson.ParseItem(test.GetProperty("encrypted"))), "item", "decrypt", "--config", schema.Path);
        var line = Assert.Single(result.Lines);

        var negative = test.GetProperty("type").GetString() == "negative-decrypt";
        Assert.True(negative == (result.ExitCode == ExitCodes.SomeFailed), $"{name}: {line}");
        if (negative)
        {
            Assert.Equal(nameof(ItemVerificationException), ToolResult.ErrorOf(line)?.Type);
        }
        else
        {
            var plain = DynamoJson.ParseItem(ToolResult.Json(line));
            var expected = DynamoJson.ParseItem(JsonSerializer.SerializeToElement(PlainValues(test.GetProperty("plaintext"))));
            Assert.Equal((name, Normal(expected)), (name, Normal(plain)));
        }
    }

    // The key, table and key attribute that AWS publishes for all of these vectors.
    private static string SchemaOf(JsonElement config)
    {
        var schema = new JsonObject
        {
            ["table"] = "GazelleVectorTable",
            ["partitionKey"] = "RecNum",
            ["actions"] = JsonNode.Parse(config.GetProperty("attributeActionsOnEncrypt").GetRawText()),
            ["keyring"] = new JsonObject
            {
                ["type"] = "hierarchy",
                ["branchKeyId"] = "bd3842ff-3076-4092-9918-4395730050b8",
                ["branchKeyVersion"] = "e9ce18a3-edb5-4272-9f86-1cacb7997ff6",
                ["branchKeyBase64"] = "tJwf65epYvUt5HMiQsl/6jlvLxS0tgdjIuvFy2BLIwg=",
                ["beaconKeyBase64"] = "RJiXTa/rJf+CLHAVyE652v3uhKreOuYjV+a7SVOugow=",
            },
        };
        if (config.TryGetProperty("allowedUnsignedAttributes", out var unsigned))
        {
            schema["unsignedAttributes"] = JsonNode.Parse(unsigned.GetRawText());
        }

        return schema.ToJsonString();
    }

    // The files spell texts and numbers without their type, at every level.
    private static JsonObject PlainValues(JsonElement map)
    {
        var values = new JsonObject();
        foreach (var property in map.EnumerateObject())
        {
            values[property.Name] = PlainValue(property.Value);
        }

        return values;
    }

    private static JsonObject PlainValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new() { ["S"] = value.GetString() },
        JsonValueKind.Number => new() { ["N"] = value.GetRawText() },
        JsonValueKind.Object when value.TryGetProperty("M", out var map) => new() { ["M"] = PlainValues(map) },
        JsonValueKind.Object when value.TryGetProperty("L", out var list) => new() { ["L"] = new JsonArray([.. list.EnumerateArray().Select(PlainValue)]) },
        _ => JsonObject.Create(value)!,
    };

    // Numbers are compared by value and sets without order: signed ones stand as they were stored, encrypted ones in canonical form.
    private static string Normal(Dictionary<string, Value> item) => DynamoJson.Write(item.ToDictionary(entry => entry.Key, entry => Normal(entry.Value)));

    private static Value Normal(Value value) => value.Type switch
    {
        "N" => Value.N(Number(value.Text)),
        "NS" => Value.NS(value.Texts.Select(Number).Order(StringComparer.Ordinal)),
        "SS" => Value.SS(value.Texts.Order(StringComparer.Ordinal)),
        "L" => Value.L(value.Elements.Select(Normal)),
        "M" => Value.M(value.Entries.ToDictionary(entry => entry.Key, entry => Normal(entry.Value))),
        _ => value,
    };

    // 28 digits are enough for these files; G29 drops trailing zeros.
    private static string Number(string text)
        => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToString("G29", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> WriteOwnAsync()
    {
        var config = JsonNode.Parse("""{"attributeActionsOnEncrypt":{"RecNum":"SIGN_ONLY","Stuff":"ENCRYPT_AND_SIGN","Junk":"SIGN_ONLY"}}""")!;
        using var schema = new SchemaFile(SchemaOf(JsonSerializer.SerializeToElement(config)));
        var item = """{"RecNum":{"N":"1"},"Stuff":{"L":[{"M":{"A":{"S":"B"}}},{"NS":["00.10","2"]}]},"Junk":{"S":"JunkData"}}""";
        var encrypted = JsonNode.Parse((await ToolRun.WithinAsync(item, "item", "encrypt", "--config", schema.Path)).Text)!;
        var changed = encrypted.DeepClone();
        changed["Junk"]!["S"] = "Other";
        var plaintext = JsonNode.Parse("""{"RecNum":1,"Stuff":{"L":[{"M":{"A":"B"}},{"NS":["2","0.1"]}]},"Junk":"JunkData"}""")!;
        return new JsonObject
        {
            ["tests"] = new JsonObject
            {
                ["1"] = new JsonObject { ["type"] = "positive-decrypt", ["config"] = config.DeepClone(), ["plaintext"] = plaintext.DeepClone(), ["encrypted"] = encrypted },
                ["2"] = new JsonObject { ["type"] = "negative-decrypt", ["config"] = config, ["plaintext"] = plaintext, ["encrypted"] = changed },
            },
        }.ToJsonString();
    }
}
