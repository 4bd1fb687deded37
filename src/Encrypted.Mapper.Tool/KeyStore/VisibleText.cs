using System.Globalization;
using System.Text;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>Makes text that anybody may have written to the table safe to show: no control sequences, no reordering of what stands around it.</summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }
            else
            {
                shown.Append(rune);
            }
        }

        return shown.ToString();
    }
}
