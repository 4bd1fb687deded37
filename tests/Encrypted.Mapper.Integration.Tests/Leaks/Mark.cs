using System.Text;

namespace Encrypted.Mapper.Integration.Tests.Leaks;

/// <summary>A secret that is looked for in everything that comes out, in each form that it may have there.</summary>
internal sealed class Mark
{
    private readonly string[] _texts;
    private readonly byte[][] _bytes;

    private Mark(string name, params byte[][] forms)
    {
        Name = name;
        _bytes = forms;
        _texts = [.. forms.SelectMany(Texts).Distinct()];
    }

    public string Name { get; }

    public static Mark OfText(string name, string text)
        => new(name, Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.BigEndianUnicode.GetBytes(text));

    public static Mark OfBytes(string name, byte[] bytes) => new(name, bytes);

    public bool IsIn(string text) => _texts.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    public bool IsIn(byte[] bytes) => _bytes.Any(form => bytes.AsSpan().IndexOf(form) >= 0) || IsIn(Encoding.Latin1.GetString(bytes)) || IsIn(Encoding.Unicode.GetString(bytes));

    private static IEnumerable<string> Texts(byte[] form)
    {
        yield return Encoding.UTF8.GetString(form);
        yield return Convert.ToHexString(form);
        yield return BitConverter.ToString(form);
        yield return string.Join(", ", form);

        // In Base64 a secret looks different by where it begins; the characters that its neighbours share are left out.
        for (var offset = 0; offset < 3; offset++)
        {
            var text = Convert.ToBase64String([.. new byte[offset], .. form, .. new byte[3]]);
            yield return text[4..((offset + form.Length) * 4 / 3 / 4 * 4)];
        }
    }
}
