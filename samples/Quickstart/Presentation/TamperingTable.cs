using Spectre.Console;

namespace Quickstart.Presentation;

/// <summary>What was tried on the stored item, and what the load did.</summary>
internal static class TamperingTable
{
    public static void Show(IReadOnlyList<TamperingOutcome> outcomes)
    {
        var table = new Table { Border = TableBorder.Rounded, Width = AnsiConsole.Profile.Width };
        table.AddColumn("Changed in the table").AddColumn("The load");
        foreach (var outcome in outcomes)
        {
            table.AddRow(outcome.What.EscapeMarkup(), Result(outcome));
        }

        AnsiConsole.Write(table);
        if (outcomes.FirstOrDefault(outcome => outcome.Refusal is not null) is { Refusal: { } first })
        {
            AnsiConsole.WriteLine();
            AnsiConsole.WriteLine("The first refusal in full. It names table, attribute and rule, and never a value.");
            Page.Refusal(first);
        }
    }

    private static string Result(TamperingOutcome outcome) => outcome switch
    {
        { Refusal: { } refusal } => $"[{Look.Refused}]refused[/]  {refusal.Rule.EscapeMarkup()}",
        { Loaded: { } patient } => $"[{Look.Unprotected}]loaded[/]   DisplayHint is \"{patient.DisplayHint.EscapeMarkup()}\" now",
        _ => "",
    };
}
