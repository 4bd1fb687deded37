using System.Globalization;
using Encrypted.Mapper.Benchmarks.Items;
using Encrypted.Mapper.Encryption;
using Spectre.Console;

namespace Encrypted.Mapper.Benchmarks.Report;

/// <summary>Prints the ratios of the run, and which of them the project promises.</summary>
internal static class RatioReport
{
    private const double FloorBound = 1.6;
    private const double MappingBound = 1.2;
    private const double SlopeBound = 0.15;

    // Also where the output isn't a terminal, which would be taken to be 80 characters wide.
    private const int Width = 110;

    private static readonly AlgorithmSuite[] Suites = [AlgorithmSuite.SymSigHmacSha384, AlgorithmSuite.EcdsaP384SymSigHmacSha384];

    /// <returns>Whether everything that is promised holds.</returns>
    public static bool Write(Measurements measurements)
    {
        var rows = new List<Ratio>();
        AddItems(measurements, rows);
        AddAttributeCounts(measurements, rows);
        AddMapping(measurements, rows);

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
        var table = new Table().Border(TableBorder.Simple).AddColumn("measured").AddColumn("beside").AddColumn(new TableColumn("ratio").RightAligned()).AddColumn("promised");
        foreach (var row in rows)
        {
            table.AddRow(row.What, row.Beside, row.Value.ToString("F2", CultureInfo.InvariantCulture), row.Verdict);
        }

        AnsiConsole.Write(table);
        return rows.TrueForAll(row => row.Holds);
    }

    private static void AddItems(Measurements measurements, List<Ratio> rows)
    {
        foreach (var suite in Suites)
        {
            foreach (var size in Enum.GetValues<ItemSize>())
            {
                foreach (var method in new[] { "Encrypt", "Decrypt" })
                {
                    rows.Add(new(
                        $"{method.ToLowerInvariant()} {Text(size)}, suite {Text(suite)}",
                        "primitive calls alone",
                        measurements.Of(method, size, suite) / measurements.Of(method + "Floor", size, suite),
                        AtMost: suite == AlgorithmSuite.SymSigHmacSha384 && size == ItemSize.OneKilobyte ? FloorBound : null));
                }
            }
        }
    }

    /// <summary>The cost of one more attribute between 100 and 200 attributes, beside that between 10 and 100.</summary>
    private static void AddAttributeCounts(Measurements measurements, List<Ratio> rows)
    {
        foreach (var method in new[] { "Encrypt", "Decrypt" })
        {
            rows.Add(new(
                $"{method.ToLowerInvariant()}, one more attribute, 100 to 200",
                "one more, 10 to 100",
                Slope(measurements, method, 100, 200) / Slope(measurements, method, 10, 100),
                AtMost: 1 + SlopeBound));
        }
    }

    private static double Slope(Measurements measurements, string method, int from, int to)
        => (measurements.Of(method, to) - measurements.Of(method, from)) / (to - from);

    private static void AddMapping(Measurements measurements, List<Ratio> rows)
    {
        foreach (var method in new[] { "ToItem", "FromItem" })
        {
            var generated = measurements.Of(method);
            var what = method == "ToItem" ? "generated map, entity to item" : "generated map, item to entity";
            rows.Add(new(what, "hand-written map", generated / measurements.Of(method + "ByHand"), AtMost: MappingBound));
            rows.Add(new(what, "stock context's map", generated / measurements.Of(method + "ByStockContext"), AtMost: null));
        }
    }

    private static string Text(AlgorithmSuite suite) => suite == AlgorithmSuite.SymSigHmacSha384 ? "67 00" : "67 01";

    private static string Text(ItemSize size) => size == ItemSize.OneKilobyte ? "1 KB" : "100 KB";
}
