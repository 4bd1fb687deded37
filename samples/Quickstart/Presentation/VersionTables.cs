using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Keys;
using Quickstart.Keys;
using Spectre.Console;

namespace Quickstart.Presentation;

/// <summary>The versions of a branch key, and which of them each item was written under.</summary>
internal static class VersionTables
{
    public static void ShowKey(BranchKeyDescription key)
    {
        var table = new Table { Border = TableBorder.Rounded, Width = AnsiConsole.Profile.Width };
        table.AddColumns("Version of the branch key", "Created", "Writes");
        foreach (var version in key.Versions)
        {
            table.AddRow(
                version.Version.ToString(),
                version.CreateTime?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
                version.Version == key.ActiveVersion ? "yes" : "no");
        }

        AnsiConsole.Write(table);
    }

    public static void ShowItems(IEnumerable<(Patient Loaded, Dictionary<string, AttributeValue> Stored)> items)
    {
        var table = new Table { Border = TableBorder.Rounded, Width = AnsiConsole.Profile.Width };
        table.AddColumns("Visit", "Written under version", "Ssn, as loaded");
        foreach (var (loaded, stored) in items)
        {
            table.AddRow(loaded.Visit.ToString(CultureInfo.InvariantCulture), BranchKeys.VersionOf(stored).ToString(), loaded.Ssn.EscapeMarkup());
        }

        AnsiConsole.Write(table);
    }
}
