using System.Globalization;
using Spectre.Console;

namespace Quickstart.Presentation;

/// <summary>Loaded visits, one a row.</summary>
internal static class VisitList
{
    public static void Show(IEnumerable<Patient> visits)
    {
        var table = new Table { Border = TableBorder.Rounded, Width = AnsiConsole.Profile.Width };
        table.AddColumns("Visit", "Clinic", "Name", "Ssn", "Diagnosis");
        foreach (var visit in visits)
        {
            table.AddRow(
                visit.Visit.ToString(CultureInfo.InvariantCulture),
                visit.Clinic.EscapeMarkup(),
                visit.Name.EscapeMarkup(),
                visit.Ssn.EscapeMarkup(),
                visit.Diagnosis is { } diagnosis ? $"{diagnosis.Code}: {diagnosis.Notes}".EscapeMarkup() : "");
        }

        AnsiConsole.Write(table);
    }
}
