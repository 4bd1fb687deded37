using Encrypted.Mapper;
using Quickstart.Keys;
using Spectre.Console;

namespace Quickstart.Presentation;

/// <summary>Headings and running text. Laid out for 100 columns, and plain where there is no terminal.</summary>
internal static class Page
{
    private const int Columns = 100;

    private static int s_step;

    public static void Title(string endpoint, DemoKeys keys)
    {
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? Columns : Math.Min(AnsiConsole.Profile.Width, Columns);
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule("[bold]Encrypted.Mapper[/]").LeftJustified());
        AnsiConsole.MarkupLine("A tagged class, saved and loaded through [bold]IDynamoDBContext[/]. What reaches DynamoDB is encrypted");
        AnsiConsole.MarkupLine("and signed in this process.");
        AnsiConsole.WriteLine();
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        facts.AddRow("[grey]DynamoDB[/]", endpoint.EscapeMarkup());
        facts.AddRow("[grey]Table[/]", $"{PatientsTable.Name} (dropped at the end)");
        foreach (var (name, value) in keys.Facts)
        {
            facts.AddRow($"[grey]{name}[/]", value.EscapeMarkup());
        }

        AnsiConsole.Write(facts);
    }

    public static void Step(string heading, string call, string explanation)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{++s_step}  {heading}[/]").LeftJustified());
        AnsiConsole.MarkupLine($"[{Look.Code}]{call.EscapeMarkup()}[/]");
        AnsiConsole.MarkupLine($"{explanation.EscapeMarkup()}");
        AnsiConsole.WriteLine();
    }

    public static void Refusal(EncryptedDynamoException refusal)
        => AnsiConsole.Write(new Panel(refusal.Message.EscapeMarkup())
        {
            Header = new PanelHeader($"[{Look.Refused}] refused: {refusal.GetType().Name} [/]"),
            Border = BoxBorder.Rounded,
            Width = AnsiConsole.Profile.Width,
        });

    public static void End()
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule());
        AnsiConsole.MarkupLine("The sample's source: [bold]samples/Quickstart[/]. What is protected and what isn't: [bold]docs/threat-model.md[/].");
        AnsiConsole.WriteLine();
    }
}
