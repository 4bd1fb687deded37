using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Header;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tests.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

/// <summary>What a hostile header may claim in its stored encryption context (wire format, sections 4 and 5).</summary>
public sealed class StoredContextTests : IDisposable
{
    private readonly RawAesKeyring _keyring = new("ns", "name", new byte[32]);

    public void Dispose() => _keyring.Dispose();

    [Theory]
    [InlineData("aws-crypto-attr.Tenant", "mallory")]
    [InlineData("aws-crypto-legend", "S")]
    [InlineData("aws-crypto-x", "")]
    public async Task A_pair_that_only_the_item_itself_may_give_is_refused(string key, string value)
    {
        var encryptor = new ItemEncryptor(Items.Configuration, _keyring);
        var stored = WithPairs(await encryptor.EncryptAsync(Items.Plain()), [(key, value)]);

        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(stored));
        Assert.Equal("encryption-context-mismatch", error.Rule);
    }

    [Fact]
    public async Task A_header_full_of_pairs_costs_in_proportion_to_its_size()
    {
        var encryptor = new ItemEncryptor(Items.Configuration, _keyring);
        var protectedItem = await encryptor.EncryptAsync(Items.Plain());
        var few = await Cost(encryptor, WithPairs(protectedItem, Pairs(2_000)));
        var many = await Cost(encryptor, WithPairs(protectedItem, Pairs(60_000)));

        // Thirty times the pairs: linear is 30, quadratic 900. Between them is room for whatever else the machine does.
        Assert.InRange(many / few, 0, 250);
    }

    [Fact]
    public async Task The_selector_is_asked_once_however_many_data_keys_the_header_claims()
    {
        using var source = new InMemoryBranchKeySource();
        source.Add(new BranchKey("tenant", Guid.NewGuid(), new byte[32]));
        var selector = new CountingSelector();
        var encryptor = new ItemEncryptor(Items.Configuration, new HierarchicalKeyring(source, selector));
        var stored = await encryptor.EncryptAsync(Items.Plain());
        var before = selector.Calls;
        await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(WithRepeatedKeys(stored, 255)));

        Assert.Equal(1, selector.Calls - before);
    }

    [Fact]
    public async Task At_most_16_versions_are_asked_for_however_many_data_keys_the_header_claims()
    {
        using var keys = new InMemoryBranchKeySource();
        keys.Add(new BranchKey("tenant", Guid.NewGuid(), new byte[32]));
        var source = new CountingSource(keys);
        var encryptor = new ItemEncryptor(Items.Configuration, new HierarchicalKeyring(source, "tenant"));
        var stored = await encryptor.EncryptAsync(Items.Plain());
        await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(WithRepeatedKeys(stored, 255)));

        Assert.Equal(16, source.Versions);
    }

    [Fact]
    public async Task A_selector_that_fails_on_unverified_attributes_makes_the_item_unverifiable()
    {
        using var source = new InMemoryBranchKeySource();
        source.Add(new BranchKey("tenant", Guid.NewGuid(), new byte[32]));
        var stored = await new ItemEncryptor(Items.Configuration, new HierarchicalKeyring(source, "tenant")).EncryptAsync(Items.Plain());
        var reader = new ItemEncryptor(Items.Configuration, new HierarchicalKeyring(source, new FailingSelector()));

        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await reader.DecryptAsync(stored));
        Assert.Equal("branch-key-selector", error.Rule);
        Assert.Equal("Patients", error.TableName);

        // The selector's own message names the value that it couldn't parse.
        Assert.Contains(nameof(FormatException), error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("p-1", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<double> Cost(ItemEncryptor encryptor, Dictionary<string, AttributeValue> stored)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(stored));
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return best;
    }

    private static (string Key, string Value)[] Pairs(int count)
        => [.. Enumerable.Range(0, count).Select(i => (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i:D6}"), ""))];

    private static Dictionary<string, AttributeValue> WithPairs(Dictionary<string, AttributeValue> item, (string Key, string Value)[] pairs)
    {
        var header = item["aws_dbe_head"].B.ToArray();
        var start = HeaderReader.Read(header, "T").LegendRange.End.Value;
        using var changed = new MemoryStream();
        changed.Write(header.AsSpan(0, start));
        WriteUInt16(changed, pairs.Length);
        foreach (var (key, value) in pairs)
        {
            WriteUInt16(changed, key.Length);
            changed.Write(Encoding.UTF8.GetBytes(key));
            WriteUInt16(changed, value.Length);
            changed.Write(Encoding.UTF8.GetBytes(value));
        }

        // The suite without signature stores no pair, so that two bytes of count are all there is to replace.
        changed.Write(header.AsSpan(start + sizeof(ushort)));
        return new(item) { ["aws_dbe_head"] = new() { B = new MemoryStream(changed.ToArray()) } };
    }

    private static Dictionary<string, AttributeValue> WithRepeatedKeys(Dictionary<string, AttributeValue> item, int count)
    {
        var header = item["aws_dbe_head"].B.ToArray();
        var start = HeaderReader.Read(header, "T").LegendRange.End.Value + sizeof(ushort);
        var key = header.AsSpan((start + 1)..^32).ToArray();
        key[^1] ^= 1;
        using var changed = new MemoryStream();
        changed.Write(header.AsSpan(0, start));
        changed.WriteByte((byte)count);
        for (var i = 0; i < count; i++)
        {
            changed.Write(key);
        }

        changed.Write(header.AsSpan(header.Length - 32));
        return new(item) { ["aws_dbe_head"] = new() { B = new MemoryStream(changed.ToArray()) } };
    }

    private static void WriteUInt16(MemoryStream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        stream.Write(bytes);
    }

    private sealed class CountingSource(IBranchKeySource keys) : IBranchKeySource
    {
        public int Versions { get; private set; }

        public ValueTask<BranchKeyLease> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken) => keys.GetActiveAsync(branchKeyId, cancellationToken);

        public ValueTask<BranchKeyLease?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken)
        {
            Versions++;
            return keys.GetVersionAsync(branchKeyId, version, cancellationToken);
        }
    }

    private sealed class CountingSelector : IBranchKeySelector
    {
        public int Calls { get; private set; }

        public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes)
        {
            Calls++;
            return "tenant";
        }
    }

    private sealed class FailingSelector : IBranchKeySelector
    {
        public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes) => int.Parse(attributes["Id"].S, System.Globalization.CultureInfo.InvariantCulture) > 0 ? "a" : "b";
    }
}
