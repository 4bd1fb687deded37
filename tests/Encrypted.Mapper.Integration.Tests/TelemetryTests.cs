using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Items_are_counted_by_table_and_refusals_by_rule()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        using var listener = new MeterListener();
        var counted = new ConcurrentQueue<string>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == EncryptedDynamoTelemetry.MeterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            if (tags.ToArray().Contains(new(EncryptedDynamoTelemetry.TableTag, table.Name)))
            {
                counted.Enqueue($"{instrument.Name} {count} {tags.ToArray().FirstOrDefault(tag => tag.Key == EncryptedDynamoTelemetry.RuleTag).Value}".TrimEnd());
            }
        });
        listener.Start();

        await context.SaveAsync(new Secret { Key = "k", Text = "t" });
        await context.LoadAsync<Secret>("k");
        await table.TamperAsync(item => item.Remove("aws_dbe_foot"));
        await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Secret>("k"));

        Assert.Equal(["encrypted_dynamo.items.encrypted 1", "encrypted_dynamo.items.decrypted 1", "encrypted_dynamo.items.refused 1 footer-missing"], counted);
    }

    [Fact]
    public async Task Each_operation_is_an_activity_with_table_index_and_rule()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EncryptedDynamoTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem(EncryptedDynamoTelemetry.TableTag), table.Name))
                {
                    stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var visit = Visits.Full();
        await context.SaveAsync(visit);
        await context.QueryAsync<Visit>("Ward 7", new() { IndexName = "ByClinic" }).GetRemainingAsync();
        await table.TamperAsync(item => item.Remove("aws_dbe_foot"));
        await Assert.ThrowsAsync<ItemVerificationException>(() => context.ScanAsync<Visit>([]).GetRemainingAsync());
        await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Visit>("visit", 1));
        await context.DeleteAsync(visit);

        Assert.Equal(
            ["EncryptedDynamo.Save", "EncryptedDynamo.Query", "EncryptedDynamo.Scan", "EncryptedDynamo.Load", "EncryptedDynamo.Delete"],
            stopped.Select(activity => activity.OperationName));
        Assert.Equal("ByClinic", stopped.ElementAt(1).GetTagItem(EncryptedDynamoTelemetry.IndexTag));
        Assert.Equal([null, null, "footer-missing", "footer-missing", null], stopped.Select(activity => activity.GetTagItem(EncryptedDynamoTelemetry.RuleTag)));
        Assert.Equal(2, stopped.Count(activity => activity.Status == ActivityStatusCode.Error));
    }
}
