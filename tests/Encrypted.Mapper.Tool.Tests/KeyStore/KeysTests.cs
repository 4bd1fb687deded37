using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.KeyStore;

/// <summary>What the <c>keys</c> commands make is what an application reads.</summary>
public sealed class KeysTests
{
    private const string Told = "not authenticated";

    [Fact]
    public async Task Init_creates_the_table_once_and_says_when_it_is_there()
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);

        var first = await lab.RunAsync("init");
        var second = await lab.RunAsync("init");

        Assert.Equal((ExitCodes.AllSucceeded, ExitCodes.AllSucceeded), (first.ExitCode, second.ExitCode));
        Assert.EndsWith(":table/" + lab.Table, Assert.Single(first.Lines), StringComparison.Ordinal);
        Assert.Equal(first.Text, second.Text);
        Assert.Contains("was created", first.Messages, StringComparison.Ordinal);
        Assert.Contains("exists already", second.Messages, StringComparison.Ordinal);
        Assert.Empty(lab.Kms.Calls);
    }

    [Fact]
    public async Task Create_writes_the_id_of_a_key_that_an_application_can_use()
    {
        await using var lab = await KeyStoreLab.CreateAsync();

        var result = await lab.RunAsync("create");

        Assert.Equal((ExitCodes.AllSucceeded, ""), (result.ExitCode, result.Messages));
        using var key = await lab.Open().GetActiveAsync(Assert.Single(result.Lines), TestContext.Current.CancellationToken);
        Assert.Equal(result.Lines[0], key.Key.BranchKeyId);
    }

    [Fact]
    public async Task Create_takes_an_id_a_context_and_a_logical_name()
    {
        await using var lab = await KeyStoreLab.CreateAsync();

        var result = await lab.RunAsync("create", "--id", "tenant-1", "--context", "purpose=a=b", "--context", "owner=", "--logical-name", "keys");

        Assert.Equal("tenant-1\n", result.Text);
        using var key = await lab.Open(logicalName: "keys").GetActiveAsync("tenant-1", TestContext.Current.CancellationToken);
        Assert.Equal(new Dictionary<string, string> { ["purpose"] = "a=b", ["owner"] = "" }, key.EncryptionContext);
        await Assert.ThrowsAsync<KeyUnavailableException>(() => lab.Open().GetActiveAsync("tenant-1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rotate_writes_the_version_that_is_then_active()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var id = (await lab.RunAsync("create")).Lines[0];

        var result = await lab.RunAsync("rotate", "--id", id);

        var version = Guid.ParseExact(Assert.Single(result.Lines), "D");
        var described = await lab.Open().DescribeKeyAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal((version, 2), (described.ActiveVersion!.Value, described.Versions.Count));
        Assert.Equal((ExitCodes.AllSucceeded, ""), (result.ExitCode, result.Messages));
    }

    [Fact]
    public async Task A_replica_of_the_key_rotates_only_as_a_multi_Region_key()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        lab.KeyArn = lab.Kms.CreateKey(multiRegion: true);
        var replica = lab.Kms.ReplicateKey(lab.KeyArn, "us-east-1");
        var id = (await lab.RunAsync("create", "--mrk")).Lines[0];
        lab.KeyArn = replica;

        var strict = await lab.RunAsync("rotate", "--id", id);
        var mrk = await lab.RunAsync("rotate", "--id", id, "--mrk");

        Assert.Equal((ExitCodes.SomeFailed, ExitCodes.AllSucceeded), (strict.ExitCode, mrk.ExitCode));
        Assert.Contains("(rule key-store-arn)", strict.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_gives_programs_a_line_for_each_key_without_KMS()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var ids = new[] { (await lab.RunAsync("create")).Lines[0], (await lab.RunAsync("create")).Lines[0] };
        var version = (await lab.RunAsync("rotate", "--id", ids[0])).Lines[0];
        lab.Kms.ClearCalls();

        var all = await lab.RunAsync("show", "--json");
        var one = await lab.RunAsync("show", "--json", "--id", ids[0]);

        Assert.Equal(ids.Order(StringComparer.Ordinal), all.Lines.Select(line => ToolResult.Json(line).GetProperty("branchKeyId").GetString()));
        var key = ToolResult.Json(Assert.Single(one.Lines));
        Assert.False(key.GetProperty("authenticated").GetBoolean());
        Assert.True(key.GetProperty("hasBeaconKey").GetBoolean());
        Assert.Equal(version, key.GetProperty("activeVersion").GetString());
        Assert.Equal(2, key.GetProperty("versions").GetArrayLength());
        Assert.All(key.GetProperty("versions").EnumerateArray(), shown =>
        {
            Assert.Equal(lab.KeyArn, shown.GetProperty("kmsKeyArn").GetString());
            Assert.Equal(0, shown.GetProperty("ageDays").GetInt32());
            Assert.True(shown.GetProperty("createTime").TryGetDateTimeOffset(out _));
        });
        Assert.All((ToolResult[])[all, one], result => Assert.Contains(Told, result.Messages, StringComparison.Ordinal));
        Assert.Empty(lab.Kms.Calls);
    }

    [Fact]
    public async Task Show_gives_people_the_same_as_a_table()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var id = (await lab.RunAsync("create")).Lines[0];
        var version = (await lab.RunAsync("rotate", "--id", id)).Lines[0];

        var result = await lab.RunAsync("show");

        Assert.Contains($"Branch key {id}", result.Lines);
        Assert.Contains($"KMS key    {lab.KeyArn}", result.Lines);
        Assert.Contains("Beacon key yes", result.Lines);
        Assert.Contains(version, Assert.Single(result.Lines, line => line.Contains("active", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(2, result.Lines.Count(line => line.Contains("0 h 0 min", StringComparison.Ordinal)));
        Assert.Contains(Told, result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_the_table_says_reaches_the_terminal_as_a_control_sequence()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        await lab.RunAsync("create", "--id", "[red]\u001b[2J\u202Ekey", "--context", "purpose=test");

        var table = await lab.RunAsync("show");
        var json = await lab.RunAsync("show", "--json");

        Assert.Contains("Branch key [red]\\u{1B}[2J\\u{202E}key", table.Lines);
        Assert.DoesNotContain('\u001b', table.Text + json.Text);
        Assert.DoesNotContain('\u202e', table.Text + json.Text);
        Assert.Equal("[red]\u001b[2J\u202Ekey", ToolResult.Json(json.Lines[0]).GetProperty("branchKeyId").GetString());
    }

    [Fact]
    public async Task An_empty_key_store_shows_nothing()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var result = await lab.RunAsync("show");
        Assert.Equal((ExitCodes.AllSucceeded, ""), (result.ExitCode, result.Text));
    }

    [Fact]
    public async Task Nothing_that_is_written_holds_a_key()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var id = (await lab.RunAsync("create")).Lines[0];
        var items = (await lab.Dynamo.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest(lab.Table), TestContext.Current.CancellationToken)).Items;

        var said = string.Concat(((ToolResult[])[await lab.RunAsync("show"), await lab.RunAsync("show", "--json"), await lab.RunAsync("rotate", "--id", id)]).Select(result => result.Text + result.Messages));

        Assert.Equal(3, items.Count);
        Assert.All(items, item => Assert.DoesNotContain(Convert.ToBase64String(item["enc"].B.ToArray())[..20], said, StringComparison.Ordinal));
        Assert.DoesNotContain("not-verified", said, StringComparison.Ordinal);
    }
}
