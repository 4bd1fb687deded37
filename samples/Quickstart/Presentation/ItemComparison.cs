using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Spectre.Console;

namespace Quickstart.Presentation;

/// <summary>One item, side by side: what the program has, and what the table holds.</summary>
internal static class ItemComparison
{
    public static void Show(Patient patient, Dictionary<string, AttributeValue> stored)
    {
        var table = new Table { Border = TableBorder.Rounded, Width = AnsiConsole.Profile.Width };
        table.AddColumn("Attribute").AddColumn("The code sees").AddColumn("DynamoDB stores").AddColumn("Protection");
        foreach (var (attribute, seen) in Properties(patient))
        {
            AddRow(table, attribute, seen, stored[attribute]);
        }

        table.AddEmptyRow();
        AddRow(table, "aws_dbe_head", "", stored["aws_dbe_head"]);
        AddRow(table, "aws_dbe_foot", "", stored["aws_dbe_foot"]);
        AnsiConsole.Write(table);
    }

    private static void AddRow(Table table, string attribute, string seen, AttributeValue stored)
    {
        var protection = Protection.Of(attribute);
        table.AddRow(
            attribute,
            seen.EscapeMarkup(),
            $"[{protection.Colour}]{StoredValue.Text(stored).EscapeMarkup()}[/]",
            $"[{protection.Colour}]{protection.Word}[/]");
    }

    private static IEnumerable<(string Attribute, string Seen)> Properties(Patient patient)
    {
        yield return (nameof(patient.Id), Quoted(patient.Id));
        yield return (nameof(patient.Visit), Number(patient.Visit));
        yield return (nameof(patient.Clinic), Quoted(patient.Clinic));
        yield return (nameof(patient.Name), Quoted(patient.Name));
        yield return (nameof(patient.Ssn), Quoted(patient.Ssn));
        yield return (nameof(patient.Diagnosis), Lines(patient.Diagnosis!));
        yield return (nameof(patient.DisplayHint), Quoted(patient.DisplayHint!));
        yield return (nameof(patient.Version), Number(patient.Version!.Value));
    }

    private static string Lines(Diagnosis diagnosis)
        => $"Code        {Quoted(diagnosis.Code)}\nNotes       {Quoted(diagnosis.Notes)}\nMedication  {string.Join(", ", diagnosis.Medication.Select(Quoted))}";

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
