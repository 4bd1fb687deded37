using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Encrypted.Mapper.Telemetry;

/// <summary>The activity and the measurement of each call to AWS KMS.</summary>
internal static class KmsInstruments
{
    private static readonly ActivitySource Activities = new(EncryptedDynamoTelemetry.ActivitySourceName);
    private static readonly Meter Meter = new(EncryptedDynamoTelemetry.MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(EncryptedDynamoTelemetry.KmsDuration, "s", "Duration of calls to AWS KMS, retries of the AWS SDK included.");

    public static Activity? Start(string operation, string key)
    {
        var activity = Activities.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag(EncryptedDynamoTelemetry.KmsKeyTag, key);
        return activity;
    }

    /// <param name="activity">The activity, if anybody listens.</param>
    /// <param name="operation">The call, as policies name it: <c>kms:Decrypt</c>.</param>
    /// <param name="started">The timestamp of <see cref="Stopwatch"/> at the start.</param>
    /// <param name="outcome"><c>ok</c> or what came of it: few different texts, since each makes a series.</param>
    public static void Stop(Activity? activity, string operation, long started, string outcome)
    {
        activity?.SetTag(EncryptedDynamoTelemetry.OutcomeTag, outcome);
        if (outcome != EncryptedDynamoTelemetry.Succeeded)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        Duration.Record(
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            new KeyValuePair<string, object?>(EncryptedDynamoTelemetry.OperationTag, operation),
            new KeyValuePair<string, object?>(EncryptedDynamoTelemetry.OutcomeTag, outcome));
    }
}
