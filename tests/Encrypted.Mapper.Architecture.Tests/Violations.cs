namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>Fails with every violation on a line of its own: xunit would print the first five, cut short.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (found.Length > 0)
        {
            Assert.Fail(string.Join('\n', found));
        }
    }
}
