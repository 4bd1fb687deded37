using System.Text.Json;
using System.Text.RegularExpressions;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>The policies of docs/least-privilege.md, so that roles in tests have what the page gives them and no more.</summary>
internal static partial class PolicyPage
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Root(), "docs", "least-privilege.md"));

    /// <summary>Allows a caller the operations on the key that the page's policy for a role does.</summary>
    public static LocalKmsKeyPolicy AllowRole(this LocalKmsKeyPolicy policy, string role) => policy.Allow(role, [.. KmsActions(role)]);

    /// <summary>The operations of AWS KMS that the page allows a role.</summary>
    public static IReadOnlyList<string> KmsActions(string role)
    {
        var block = Block().Matches(s_page).Single(block => block.Groups["role"].Value == role).Groups["json"].Value;
        using var policy = JsonDocument.Parse(block);
        return
        [
            .. from statement in policy.RootElement.GetProperty("Statement").EnumerateArray()
               where statement.GetProperty("Effect").GetString() == "Allow"
               from action in Texts(statement.GetProperty("Action"))
               where action.StartsWith("kms:", StringComparison.Ordinal)
               select action,
        ];
    }

    private static IEnumerable<string> Texts(JsonElement value)
        => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(text => text.GetString()!) : [value.GetString()!];

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Encrypted.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("^```json (?<role>[a-z-]+)\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
