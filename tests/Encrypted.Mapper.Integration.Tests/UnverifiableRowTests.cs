using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class UnverifiableRowTests
{
    [Fact]
    public async Task S26_One_unverifiable_row_fails_its_page_and_returns_nothing_of_it()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveThreeAndTamperWithTheSecondAsync(table, context);

        var search = context.QueryAsync<Visit>("visit");
        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => search.GetNextSetAsync());
        await Assert.ThrowsAsync<ItemVerificationException>(() => search.GetRemainingAsync());
        await Assert.ThrowsAsync<ItemVerificationException>(() => context.ScanAsync<Visit>([]).GetRemainingAsync());

        Assert.Equal(("signature", table.Name), (error.Rule, error.TableName));
        Assert.False(search.IsDone);
    }

    [Fact]
    public async Task S26_A_handler_may_skip_a_row_and_gets_table_index_and_rule()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var seen = new List<UnverifiableRow>();
        using var context = table.Context(dynamo => dynamo.OnUnverifiableRow(row =>
        {
            seen.Add(row);
            return UnverifiableRowAction.Skip;
        }));
        using var skips = new SkipCounter(table.Name);
        await SaveThreeAndTamperWithTheSecondAsync(table, context);

        var rows = await context.QueryAsync<Visit>("visit").GetRemainingAsync();
        var indexRows = await context.QueryAsync<Visit>("Ward 7", new QueryConfig { IndexName = "ByClinic" }).GetRemainingAsync();

        Assert.Equal([1, 3], rows.Select(visit => visit.Number));
        Assert.Equal([1, 3], indexRows.Select(visit => visit.Number));
        Assert.Equal([new UnverifiableRow(table.Name, null, "signature"), new UnverifiableRow(table.Name, "ByClinic", "signature")], seen);
        Assert.Equal(2, skips.Total);
    }

    [Fact]
    public async Task S26_A_handler_that_says_fail_fails_the_page()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context(dynamo => dynamo.OnUnverifiableRow(_ => UnverifiableRowAction.Fail));
        await SaveThreeAndTamperWithTheSecondAsync(table, context);

        await Assert.ThrowsAsync<ItemVerificationException>(() => context.QueryAsync<Visit>("visit").GetRemainingAsync());
    }

    [Fact]
    public async Task S26_An_unprotected_value_that_does_not_fit_its_property_is_an_unverifiable_row()
    {
        var model = EntityRegistry.Shared.Models.Single(known => known.EntityType == typeof(Patient));
        await using var table = await TestTable.CreateAsync(model);
        using var writer = table.Context();
        await writer.SaveAsync(new Patient { Id = "p", Visit = 1, Clinic = "North", Ssn = "x" });
        await table.TamperAsync(item => item["DisplayHint"] = new AttributeValue { M = new() { ["hostile"] = new AttributeValue { S = "marked-value" } } });
        await writer.SaveAsync(new Patient { Id = "p", Visit = 2, Clinic = "North", Ssn = "x" });
        var seen = new List<UnverifiableRow>();
        using var context = table.Context(dynamo => dynamo.OnUnverifiableRow(row =>
        {
            seen.Add(row);
            return UnverifiableRowAction.Skip;
        }));

        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Patient>("p", 1));
        var queried = await context.QueryAsync<Patient>("p").GetRemainingAsync();
        var scanned = await context.ScanAsync<Patient>([]).GetRemainingAsync();
        await Assert.ThrowsAsync<ItemVerificationException>(() => writer.ScanAsync<Patient>([]).GetRemainingAsync());

        Assert.Equal(("attribute-type", table.Name, "DisplayHint"), (error.Rule, error.TableName, error.AttributeName));
        Assert.DoesNotContain("marked-value", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((2, 2), (Assert.Single(queried).Visit, Assert.Single(scanned).Visit));
        Assert.Equal(Enumerable.Repeat(new UnverifiableRow(table.Name, null, "attribute-type"), 2), seen);
    }

    [Fact]
    public async Task S26_A_key_that_can_not_be_reached_never_goes_to_the_handler()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var writer = table.Context();
        await writer.SaveAsync(Visits.Full());
        var handled = 0;
        using var context = EncryptedDynamoContext.Create(table.Client, dynamo => dynamo
            .UseKeyring(new UnreachableKeyring())
            .ConfigureContext(config => config.TableNamePrefix = table.Prefix)
            .OnUnverifiableRow(_ =>
            {
                handled++;
                return UnverifiableRowAction.Skip;
            }));

        await Assert.ThrowsAsync<KeyUnavailableException>(() => context.QueryAsync<Visit>("visit").GetRemainingAsync());
        Assert.Equal(0, handled);
    }

    [Fact]
    public async Task S7_No_row_of_a_page_is_converted_to_an_entity_that_the_caller_gets_before_all_are_verified()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveThreeAndTamperWithTheSecondAsync(table, context);
        var search = context.QueryAsync<Visit>("visit");

        // The page is asked for again and again: whatever order its rows are decrypted in, none gets out.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await Assert.ThrowsAsync<ItemVerificationException>(() => search.GetNextSetAsync());
        }

        Assert.Null(search.PaginationToken);
    }

    [Theory]
    [InlineData("KEYS_ONLY")]
    public async Task A_row_of_an_index_without_head_and_foot_says_that_the_index_must_project_all(string projection)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance, projection);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        var error = await Assert.ThrowsAsync<ItemVerificationException>(
            () => context.QueryAsync<Visit>("Ward 7", new QueryConfig { IndexName = "ByClinic" }).GetRemainingAsync());

        Assert.Equal("index-row-incomplete", error.Rule);
        Assert.Contains("ByClinic", error.Message, StringComparison.Ordinal);
        Assert.Contains("must project ALL attributes", error.Message, StringComparison.Ordinal);
    }

    private static async Task SaveThreeAndTamperWithTheSecondAsync(TestTable table, EncryptedDynamoContext context)
    {
        for (var number = 1; number <= 3; number++)
        {
            await context.SaveAsync(Visits.Full(number: number));
        }

        var second = (await table.StoredAsync()).Single(item => item["Number"].N == "2");
        second["cost"] = new AttributeValue { N = "0" };
        await table.PutRawAsync(second);
    }

    private sealed class UnreachableKeyring : IKeyring
    {
        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken) => throw Unreachable();

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => throw Unreachable();

        private static KeyUnavailableException Unreachable() => new("key-service", "The key service can't be reached (rule key-service).");
    }

    private sealed class SkipCounter : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _total;

        public SkipCounter(string table)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == EncryptedDynamoTelemetry.RowsSkipped)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
            {
                if (tags.ToArray().Contains(new(EncryptedDynamoTelemetry.TableTag, table)))
                {
                    Interlocked.Add(ref _total, count);
                }
            });
            _listener.Start();
        }

        public long Total => Interlocked.Read(ref _total);

        public void Dispose() => _listener.Dispose();
    }
}
