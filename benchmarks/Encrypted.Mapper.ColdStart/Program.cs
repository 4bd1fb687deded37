using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Encrypted.Mapper.ColdStart;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;
using Spectre.Console;

const int Processes = 9;

if (Settings.FromArguments(args) is { } child)
{
    await FirstSave.RunAsync(child);
    return;
}

var endpoint = Environment.GetEnvironmentVariable("DYNAMODB_ENDPOINT") ?? "http://127.0.0.1:8000";
var prefix = $"cold{Guid.NewGuid():N}-";
await using var kms = await LocalKms.StartAsync();
using var client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = "eu-west-1" });
var keyArn = kms.CreateKey();
var store = new BranchKeyStore(Tables.KeyStore(prefix, keyArn), client, kms.Clients());
await store.CreateTableAsync();
await Tables.CreateAsync(client, prefix);
try
{
    var branchKeyId = await store.CreateKeyAsync();
    var firsts = new Dictionary<Start, List<double>>();
    var seconds = new Dictionary<Start, List<double>>();
    var calls = new Dictionary<Start, int>();

    // In turns, so that whatever else the machine does falls on all of them.
    for (var i = 0; i < Processes; i++)
    {
        foreach (var start in Enum.GetValues<Start>())
        {
            var before = kms.CallCount();
            var (first, second) = await RunAsync(new Settings(start, endpoint, kms.Endpoint.ToString(), prefix, keyArn, branchKeyId));
            (firsts.TryGetValue(start, out var list) ? list : firsts[start] = []).Add(first);
            (seconds.TryGetValue(start, out list) ? list : seconds[start] = []).Add(second);
            calls[start] = kms.CallCount() - before;
        }
    }

    var table = new Table().Border(TableBorder.Simple).AddColumns("a process's start", "first save, beside stock's first", "second save, beside stock's second", "calls of KMS for both");
    foreach (var start in Enum.GetValues<Start>())
    {
        table.AddRow(
            start.ToString(),
            (Median(firsts[start]) / Median(firsts[Start.Stock])).ToString("F2", CultureInfo.InvariantCulture),
            (Median(seconds[start]) / Median(seconds[Start.Stock])).ToString("F2", CultureInfo.InvariantCulture),
            calls[start].ToString(CultureInfo.InvariantCulture));
    }

    AnsiConsole.Write(table);
}
finally
{
    await Tables.DropAsync(client, prefix);
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static async Task<(double First, double Second)> RunAsync(Settings settings)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, settings.ToArguments()) { RedirectStandardOutput = true };
    using var process = Process.Start(start)!;
    var output = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    var ticks = output.Split(' ', StringSplitOptions.TrimEntries);
    return process.ExitCode == 0
        ? (double.Parse(ticks[0], CultureInfo.InvariantCulture), double.Parse(ticks[1], CultureInfo.InvariantCulture))
        : throw new InvalidOperationException($"The process for {settings.Start} failed.");
}
