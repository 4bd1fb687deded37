using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Encrypted.Mapper.Telemetry;

/// <summary>The activity source and the counters. They are shared by all contexts of the process.</summary>
internal static class ContextInstruments
{
    private static readonly ActivitySource Activities = new(EncryptedDynamoTelemetry.ActivitySourceName);
    private static readonly Meter Meter = new(EncryptedDynamoTelemetry.MeterName);

    private static readonly Counter<long> Encrypted = Meter.CreateCounter<long>(EncryptedDynamoTelemetry.ItemsEncrypted, "{item}", "Items encrypted and signed.");
    private static readonly Counter<long> Decrypted = Meter.CreateCounter<long>(EncryptedDynamoTelemetry.ItemsDecrypted, "{item}", "Items verified and decrypted.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(EncryptedDynamoTelemetry.ItemsRefused, "{item}", "Items that could not be encrypted or verified.");
    private static readonly Counter<long> Skipped = Meter.CreateCounter<long>(EncryptedDynamoTelemetry.RowsSkipped, "{row}", "Unverifiable rows that the handler skipped.");

    public static Activity? Start(string operation, string tableName)
    {
        var activity = Activities.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag(EncryptedDynamoTelemetry.TableTag, tableName);
        return activity;
    }

    public static void Fail(Activity? activity, string rule)
    {
        activity?.SetTag(EncryptedDynamoTelemetry.RuleTag, rule);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    public static void CountEncrypted(string tableName) => Encrypted.Add(1, Table(tableName));

    public static void CountDecrypted(string tableName) => Decrypted.Add(1, Table(tableName));

    public static void CountRefused(string tableName, string rule) => Refused.Add(1, Table(tableName), Rule(rule));

    public static void CountSkipped(string tableName, string rule) => Skipped.Add(1, Table(tableName), Rule(rule));

    private static KeyValuePair<string, object?> Table(string name) => new(EncryptedDynamoTelemetry.TableTag, name);

    private static KeyValuePair<string, object?> Rule(string rule) => new(EncryptedDynamoTelemetry.RuleTag, rule);
}
