using System.Globalization;

namespace Encrypted.Mapper.Benchmarks.Report;

/// <summary>One line of the report.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Beside">What it is compared with.</param>
/// <param name="Value">How many times as long it took.</param>
/// <param name="AtMost">What is promised, if anything is.</param>
internal sealed record Ratio(string What, string Beside, double Value, double? AtMost)
{
    public bool Holds => AtMost is not { } bound || Value <= bound;

    public string Verdict => AtMost is { } bound
        ? string.Create(CultureInfo.InvariantCulture, $"at most {bound:F2}: {(Holds ? "[green]held[/]" : "[red]not held[/]")}")
        : "";
}
