using System.Text.Json;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.KeyManagement.Tests;

/// <summary>Keys in texts: what objects say of themselves, as text and as JSON, what is logged and what errors say.</summary>
public sealed class KeyTextTests
{
    private static readonly JsonSerializerOptions s_everything = new() { IncludeFields = true, ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles };

    [Fact]
    public async Task S27_No_object_that_has_to_do_with_a_branch_key_shows_it()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        using var cache = new BranchKeyCache(lab.Admin);
        using var materials = await lab.Admin.GetActiveAsync(id);
        using var beacon = await lab.Admin.GetBeaconKeyAsync(id);
        using var lease = await cache.GetActiveAsync(id, TestContext.Current.CancellationToken);
        var key = lease.Key.ToArray();

        foreach (var value in new object[] { lab.Store, lab.Store.Kms, materials, materials.Key, lease, await lab.Admin.DescribeKeyAsync(id) })
        {
            AssertSilent(key, value.ToString()!);
            AssertSilent(key, Json(value));
        }

        foreach (var value in new object[] { cache, lab.Admin, beacon, new HierarchicalKeyring(cache, id), new KmsKeyring(lab.Kms.Clients(), lab.KeyArn) })
        {
            AssertSilent(key, value.ToString()!);
        }
    }

    [Fact]
    public async Task S27_Logs_and_errors_of_a_key_store_that_fails_hold_neither_keys_nor_values()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        await lab.CreateBranchKeyAsync("tenant-a");
        using var log = new LogLines();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id), log);
        await db.SaveAsync(new Invoice { Tenant = "tenant-a", Number = 1, Recipient = "planted-recipient" });
        using var materials = await lab.Admin.GetActiveAsync("tenant-a");
        using var lease = materials.Key.Lease();
        var key = lease.Key.ToArray();

        using var fault = lab.Kms.Faults.Fail("AccessDeniedException", "Decrypt");
        var denied = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Memo { Id = "m", Text = "planted-text" }));
        var unknown = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Invoice { Tenant = "planted-tenant", Number = 2, Recipient = "planted-recipient" }));

        Assert.NotEmpty(log.Lines);
        foreach (var text in log.Lines.Append(denied.ToString()).Append(unknown.ToString()))
        {
            AssertSilent(key, text);
            Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_description_names_the_key_its_active_version_and_how_many_there_are()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.CreateBranchKeyAsync("tenant-a");
        var version = await lab.Admin.VersionKeyAsync("tenant-a");

        var description = await lab.Admin.DescribeKeyAsync("tenant-a");

        Assert.Equal($"Branch key 'tenant-a': active version {version}, 2 versions, with beacon key", description.ToString());
        Assert.Equal("Branch key 'b': active version unknown, 0 versions, without beacon key", new BranchKeyDescription("b", null, [], false).ToString());
    }

    private static string Json(object value)
    {
        try
        {
            return JsonSerializer.Serialize(value, value.GetType(), s_everything);
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or ArgumentException)
        {
            // A key's constructor takes a span, which no serialiser can give it: it isn't serialised at all.
            return refusal.ToString();
        }
    }

    private static void AssertSilent(byte[] key, string text)
    {
        Assert.DoesNotContain(Convert.ToBase64String(key), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(key), text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(string.Join(',', key), text, StringComparison.Ordinal);
    }

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
