using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Benchmarks.Mapping;

/// <summary>The map of a <see cref="Visit"/> as somebody in a hurry for speed would write it, without checks and paths for errors.</summary>
internal static class HandWrittenMap
{
    private const string TimeFormat = @"yyyy-MM-dd\THH:mm:ss.fff\Z";

    public static Dictionary<string, AttributeValue> ToItem(Visit visit)
    {
        var item = new Dictionary<string, AttributeValue>(10)
        {
            ["PatientId"] = new() { S = visit.PatientId },
            ["Number"] = new() { N = visit.Number.ToString(CultureInfo.InvariantCulture) },
            ["Clinic"] = new() { S = visit.Clinic },
            ["Admitted"] = new() { S = visit.Admitted.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture) },
            ["Name"] = new() { S = visit.Name },
            ["Charge"] = new() { N = visit.Charge.ToString(CultureInfo.InvariantCulture) },
            ["Insured"] = new() { N = visit.Insured ? "1" : "0" },
            ["Diagnoses"] = new() { SS = [.. visit.Diagnoses] },
        };
        if (visit.Notes is { } notes)
        {
            item["Notes"] = new() { S = notes };
        }

        if (visit.Home is { } home)
        {
            item["Home"] = new() { M = new(2) { ["Street"] = new() { S = home.Street }, ["City"] = new() { S = home.City } } };
        }

        return item;
    }

    public static Visit FromItem(Dictionary<string, AttributeValue> item)
    {
        var visit = new Visit();
        if (item.TryGetValue("PatientId", out var value))
        {
            visit.PatientId = value.S;
        }

        if (item.TryGetValue("Number", out value))
        {
            visit.Number = int.Parse(value.N, CultureInfo.InvariantCulture);
        }

        if (item.TryGetValue("Clinic", out value))
        {
            visit.Clinic = value.S;
        }

        if (item.TryGetValue("Admitted", out value))
        {
            visit.Admitted = DateTime.ParseExact(value.S, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        }

        if (item.TryGetValue("Name", out value))
        {
            visit.Name = value.S;
        }

        if (item.TryGetValue("Notes", out value))
        {
            visit.Notes = value.S;
        }

        if (item.TryGetValue("Charge", out value))
        {
            visit.Charge = decimal.Parse(value.N, CultureInfo.InvariantCulture);
        }

        if (item.TryGetValue("Insured", out value))
        {
            visit.Insured = value.N == "1";
        }

        if (item.TryGetValue("Diagnoses", out value))
        {
            visit.Diagnoses = [.. value.SS];
        }

        if (item.TryGetValue("Home", out value))
        {
            visit.Home = new() { Street = value.M["Street"].S, City = value.M["City"].S };
        }

        return visit;
    }
}
