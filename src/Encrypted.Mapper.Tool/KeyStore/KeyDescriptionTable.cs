using System.Globalization;
using Encrypted.Mapper.Keys;
using Spectre.Console;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>Shows branch keys to people: a table of versions for each.</summary>
internal static class KeyDescriptionTable
{
    private const int Unlimited = 10_000;
    private const int Narrowest = 40;

    public static void Write(TextWriter writer, IReadOnlyList<BranchKeyDescription> keys, DateTimeOffset now, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        // Where nobody has a window, nothing is broken into lines.
        console.Profile.Width = isTerminal ? Math.Max(Console.WindowWidth, Narrowest) : Unlimited;

        foreach (var key in keys)
        {
            writer.Write($"Branch key {VisibleText.Of(key.BranchKeyId)}\n");
            foreach (var arn in key.Versions.Select(version => version.KmsKeyArn).Distinct(StringComparer.Ordinal))
            {
                writer.Write($"KMS key    {VisibleText.Of(arn)}\n");
            }

            writer.Write($"Beacon key {(key.HasBeaconKey ? "yes" : "no")}\n");
            console.Write(Versions(key, now));
        }
    }

    private static Table Versions(BranchKeyDescription key, DateTimeOffset now)
    {
        var table = new Table { Border = TableBorder.Ascii }.AddColumns("Version", "State", "Created", "Age");
        foreach (var version in key.Versions)
        {
            table.AddRow(
                new Text(version.Version.ToString("D")),
                new Text(version.Version == key.ActiveVersion ? "active" : ""),
                new Text(version.CreateTime?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "?"),
                new Text(version.CreateTime is { } created ? Age(now - created) : "?"));
        }

        return table;
    }

    private static string Age(TimeSpan age) => age.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} d")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h {age.Minutes} min");
}
