using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Encrypted.Mapper.Testing.Tests.Guide;

/// <summary>The samples of docs/testing.md: what stands there stands here, and runs.</summary>
public sealed class GuideTests : IAsyncLifetime
{
    private readonly PatientTable _table = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _table.InitializeAsync();

    public ValueTask DisposeAsync() => _table.DisposeAsync();

    [Fact]
    public async Task An_ephemeral_key_is_all_that_a_test_needs()
    {
        var dynamo = _table.Client;
        var prefix = _table.Prefix;

        await using var services = new ServiceCollection()
            .AddSingleton<IAmazonDynamoDB>(dynamo)
            .AddEncryptedDynamo(builder => builder
                .UseEphemeralKey()
                .ConfigureContext(context => context.TableNamePrefix = prefix))
            .BuildServiceProvider();
        var db = services.GetRequiredService<IDynamoDBContext>();

        await db.SaveAsync(new Patient { Id = "p-1", Clinic = "North", Ssn = "078-05-1120" }, Cancellation);
        Assert.Equal("078-05-1120", (await db.LoadAsync<Patient>("p-1", Cancellation)).Ssn);
    }

    [Fact]
    public async Task What_is_stored_is_asserted_past_the_context()
    {
        var dynamo = _table.Client;
        var table = _table.Name;
        using var db = EncryptedDynamoContext.Create(dynamo, builder => builder.UseEphemeralKey().ConfigureContext(context => context.TableNamePrefix = _table.Prefix));
        await db.SaveAsync(new Patient { Id = "p-1", Clinic = "North", Ssn = "078-05-1120" }, Cancellation);

        // By the table and the item's key, for whatever code wrote it.
        await dynamo.AssertStoredProtectedAsync(table, new() { ["Id"] = new AttributeValue("p-1") });

        // By the entity. With a context, the signature is verified too.
        await dynamo.AssertStoredProtectedAsync<Patient>("p-1", context: db, tableName: table);
    }

    [Fact]
    public async Task Items_that_were_written_past_the_context_are_found()
    {
        var dynamo = _table.Client;
        var table = _table.Name;

        // A batch job that somebody forgot.
        await dynamo.PutItemAsync(table, new() { ["Id"] = new("p-2"), ["Clinic"] = new("North"), ["Ssn"] = new("078-05-1120") });

        var failure = await Assert.ThrowsAsync<StoredItemNotProtectedException>(
            () => dynamo.AssertStoredProtectedAsync<Patient>("p-2", tableName: table));
        Assert.Contains("Ssn is stored in clear; it is declared [Encrypted].", failure.Findings);
    }

    [Fact]
    public async Task A_writer_that_cannot_read()
    {
        var dynamo = _table.Client;
        await using var kms = await LocalKms.StartAsync();
        var key = kms.CreateKey();
        kms.Restrict(key).Allow("writer", "GenerateDataKey").Allow("reader", "Decrypt");

        using var writer = EncryptedDynamoContext.Create(dynamo, builder => Configure(builder).UseKmsClients(_ => kms.Clients("writer")).UseKmsKey(key));
        using var reader = EncryptedDynamoContext.Create(dynamo, builder => Configure(builder).UseKmsClients(_ => kms.Clients("reader")).UseKmsKey(key));

        await writer.SaveAsync(new Patient { Id = "p-1", Clinic = "North", Ssn = "078-05-1120" }, Cancellation);
        Assert.Equal("078-05-1120", (await reader.LoadAsync<Patient>("p-1", Cancellation)).Ssn);

        await Assert.ThrowsAsync<KeyUnavailableException>(() => writer.LoadAsync<Patient>("p-1", Cancellation));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => reader.SaveAsync(new Patient { Id = "p-2" }, Cancellation));
    }

    [Fact]
    public async Task Calls_are_counted_and_faults_asked_for()
    {
        var dynamo = _table.Client;
        var table = _table.Name;
        await using var kms = await LocalKms.StartAsync();
        using var db = EncryptedDynamoContext.Create(dynamo, builder => Configure(builder).UseKmsClients(_ => kms.Clients()).UseKmsKey(kms.CreateKey()));

        await db.SaveAsync(new Patient { Id = "p-1", Clinic = "North", Ssn = "078-05-1120" }, Cancellation);
        Assert.Equal(1, kms.CallCount("GenerateDataKey"));
        Assert.Equal(table, kms.Calls[0].EncryptionContext["aws-crypto-table-name"]);

        // Two throttled calls: the AWS SDK repeats them, and the load succeeds.
        kms.Faults.Throttle("Decrypt", count: 2);
        await db.LoadAsync<Patient>("p-1", Cancellation);

        // A disabled key, an error that the service answers with, and no service at all.
        using (kms.Faults.Fail("DisabledException", "Decrypt"))
        {
            await Assert.ThrowsAsync<KeyUnavailableException>(() => db.LoadAsync<Patient>("p-1", Cancellation));
        }

        await kms.StopAsync();
        await Assert.ThrowsAsync<KeyUnavailableException>(() => db.LoadAsync<Patient>("p-1", Cancellation));
        await kms.ResumeAsync();
        await db.LoadAsync<Patient>("p-1", Cancellation);
    }

    private EncryptedDynamoBuilder Configure(EncryptedDynamoBuilder builder)
        => builder.ConfigureContext(context => context.TableNamePrefix = _table.Prefix);
}
