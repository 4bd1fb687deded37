using Xunit;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>Collects what went wrong over many cases, so that one test can cover them all and still name each case that fails.</summary>
internal sealed class Findings
{
    private readonly List<string> findings = [];
    private int cases;

    public void Case() => cases++;

    public void Add(string name, string finding) => findings.Add(name + ": " + finding);

    public void Expect(string name, string what, string expected, string actual)
    {
        if (expected != actual)
        {
            Add(name, $"{what}\n  expected {Shortened(expected)}\n  actual   {Shortened(actual)}");
        }
    }

    public void AssertNone(int expectedCases)
    {
        Assert.True(findings.Count == 0, $"{findings.Count} of {cases} cases fail:\n" + string.Join('\n', findings.Take(20)));
        Assert.Equal(expectedCases, cases);
    }

    private static string Shortened(string text) => text.Length <= 2000 ? text : text[..2000] + "…";
}
