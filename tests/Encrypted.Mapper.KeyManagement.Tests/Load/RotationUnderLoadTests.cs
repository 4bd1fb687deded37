using System.Collections.Concurrent;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;

namespace Encrypted.Mapper.KeyManagement.Tests.Load;

/// <summary>A branch key is versioned while programs write and read under it.</summary>
public sealed class RotationUnderLoadTests
{
    private const int Writers = 16;
    private const int Readers = 16;
    private const int Rotations = 5;
    private const int StepsBetweenRotations = 60;

    // Salt and nonce stand before the version in the provider part, which the wrapped data key precedes.
    private const int VersionStart = 48 + 16 + 12;

    [Fact]
    public async Task No_read_and_no_write_fails_and_new_items_are_under_the_new_version()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var time = new JumpingTime();
        using var writing = Context(lab, id, time);
        using var reading = Context(lab, id, time);
        var written = new ConcurrentDictionary<int, string>();
        var writes = new Progress();
        var reads = new Progress();
        using var stop = new CancellationTokenSource();
        var next = 0;

        var workers = new List<Task>();
        workers.AddRange(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref next);
                await writing.SaveAsync(new Memo { Id = $"m{number}", Text = $"text {number}" });
                written[number] = $"text {number}";
                writes.Add();
            }
        })));
        workers.AddRange(Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            var random = new Random(reader);
            while (!stop.IsCancellationRequested)
            {
                // A number that is being written yet, or was given to nobody, isn't there.
                var number = random.Next(1, Math.Max(2, Volatile.Read(ref next) + 1));
                if (written.TryGetValue(number, out var text))
                {
                    Assert.Equal(text, (await reading.LoadAsync<Memo>($"m{number}")).Text);
                    reads.Add();
                }
                else
                {
                    await Task.Yield();
                }
            }
        })));

        var versions = new List<Guid> { await ActiveAsync(lab, id) };
        for (var i = 0; i < Rotations; i++)
        {
            await AllGoOnAsync();
            versions.Add(await lab.Admin.VersionKeyAsync(id));
            time.Advance(TimeSpan.FromMinutes(6));
        }

        await AllGoOnAsync();
        await stop.CancelAsync();
        await Task.WhenAll(workers);

        var stored = await StoredVersionsAsync(lab);
        Assert.Equal(versions.Order(), stored.Values.Distinct().Order());
        Assert.Equal(versions[^1], stored.MaxBy(item => item.Key).Value);
        foreach (var (number, text) in written)
        {
            Assert.Equal(text, (await reading.LoadAsync<Memo>($"m{number}")).Text);
        }

        Task AllGoOnAsync() => Task.WhenAll(writes.WaitForAsync(StepsBetweenRotations, workers), reads.WaitForAsync(StepsBetweenRotations, workers));
    }

    private static EncryptedDynamoContext Context(KeyLab lab, string id, TimeProvider time)
        => lab.Context(dynamo => dynamo.UseKeyStore(lab.Store, id).ConfigureBranchKeyCache(cache => cache.TimeProvider = time));

    private static async Task<Guid> ActiveAsync(KeyLab lab, string id)
        => (await lab.Admin.DescribeKeyAsync(id)).ActiveVersion!.Value;

    // By the number of the item, which grows with the time of writing.
    private static async Task<Dictionary<int, Guid>> StoredVersionsAsync(KeyLab lab)
    {
        var versions = new Dictionary<int, Guid>();
        var pages = lab.Dynamo.Paginators.Scan(new ScanRequest(lab.Memos)).Responses;
        await foreach (var item in Items(pages))
        {
            var key = Assert.Single(ItemEncryptor.Describe(item).EncryptedDataKeys);
            versions.Add(int.Parse(item["Id"].S.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture), new Guid(key.Ciphertext.Span.Slice(VersionStart, 16), bigEndian: true));
        }

        return versions;
    }

    private static async IAsyncEnumerable<Dictionary<string, AttributeValue>> Items(IAsyncEnumerable<ScanResponse> pages)
    {
        await foreach (var page in pages)
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }
}
