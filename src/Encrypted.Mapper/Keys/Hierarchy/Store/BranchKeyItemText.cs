using System.Globalization;

namespace Encrypted.Mapper.Keys;

/// <summary>Versions and times as a key store's items have them (keyrings, section 13.3).</summary>
internal static class BranchKeyItemText
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>The type of a version's item, which is also what the active item names its version by.</summary>
    public static string OfVersion(Guid version) => BranchKeyItemNames.VersionPrefix + version.ToString("D");

    /// <summary>The version, or null if the text names none.</summary>
    public static Guid? VersionOf(string? text)
        => text?.StartsWith(BranchKeyItemNames.VersionPrefix, StringComparison.Ordinal) == true
        && Guid.TryParseExact(text.AsSpan(BranchKeyItemNames.VersionPrefix.Length), "D", out var version) ? version : null;

    public static string OfTime(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time, or null if the text is none.</summary>
    public static DateTimeOffset? TimeOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
