using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;

namespace Encrypted.Mapper.KeyManagement.Tests.Load;

/// <summary>KMS goes away while programs write and read.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan s_timeToLive = TimeSpan.FromMinutes(20);

    // The clock goes on by itself as well: for what a busy machine may take for the work between the jumps.
    private static readonly TimeSpan s_room = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Items_are_written_and_read_to_the_end_of_the_keys_lifetime_then_refused_and_again_when_KMS_is_back()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var time = new JumpingTime();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id).ConfigureBranchKeyCache(cache =>
        {
            cache.TimeProvider = time;
            cache.TimeToLive = s_timeToLive;
        }));
        await db.SaveAsync(new Memo { Id = "first", Text = "text" });

        // Work goes on over the moment at which KMS dies.
        var progress = new Progress();
        using var stop = new CancellationTokenSource();
        var workers = Enumerable.Range(0, 8).Select(worker => WorkAsync(db, worker, progress, stop.Token)).ToArray();
        await progress.WaitForAsync(100, workers);
        await lab.Kms.StopAsync();
        for (var i = 0; i < 4; i++)
        {
            await progress.WaitForAsync(50, workers);
            time.Advance((s_timeToLive - s_room) / 4);
        }

        await progress.WaitForAsync(50, workers);
        await stop.CancelAsync();
        await Task.WhenAll(workers);

        time.Advance(s_room);
        var write = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Memo { Id = "second", Text = "text" }));
        var read = await Assert.ThrowsAsync<KeyUnavailableException>(() => db.LoadAsync<Memo>("first"));
        Assert.Equal("kms-unreachable", write.Rule);
        Assert.Equal("kms-unreachable", read.Rule);
        Assert.Contains(write.Attempts, attempt => attempt.Operation == "kms:Decrypt" && attempt.Key == lab.KeyArn);
        Assert.Contains(id, write.Message, StringComparison.Ordinal);
        Assert.NotNull(write.InnerException);

        await lab.Kms.ResumeAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await db.SaveAsync(new Memo { Id = "second", Text = "again" });
        Assert.Equal("again", (await db.LoadAsync<Memo>("second")).Text);
        Assert.Equal("text", (await db.LoadAsync<Memo>("first")).Text);
    }

    [Fact]
    public async Task A_KMS_that_stays_away_is_not_asked_once_for_every_item()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var time = new JumpingTime();
        using var db = lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id).ConfigureBranchKeyCache(cache => cache.TimeProvider = time));
        using var outage = lab.Kms.Faults.Fail("KMSInternalException", "Decrypt");
        await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Memo { Id = "m", Text = "text" }));
        var first = lab.Count("Decrypt");

        for (var i = 0; i < 1_000; i++)
        {
            await Assert.ThrowsAsync<KeyUnavailableException>(() => db.SaveAsync(new Memo { Id = "m", Text = "text" }));
        }

        Assert.Equal(first, lab.Count("Decrypt"));
    }

    private static Task WorkAsync(EncryptedDynamoContext db, int worker, Progress progress, CancellationToken stop)
        => Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    await db.SaveAsync(new Memo { Id = $"w{worker}-{i}", Text = "text" }, CancellationToken.None);
                    Assert.Equal("text", (await db.LoadAsync<Memo>("first", CancellationToken.None)).Text);
                    progress.Add();
                }
            },
            CancellationToken.None);
}
