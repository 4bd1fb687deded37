using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.KeyStore;

/// <summary>Each refusal of the <c>keys</c> commands names its rule on standard error, and nothing comes out.</summary>
public sealed class KeysRefusalTests
{
    private const string Arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Theory]
    [InlineData("keys")]
    [InlineData("keys init --table T")]
    [InlineData("keys create --kms-key " + Arn)]
    [InlineData("keys rotate --table T --kms-key " + Arn)]
    [InlineData("keys show")]
    [InlineData("keys show --table T --kms-key " + Arn)]
    [InlineData("keys init --table T --dynamodb-endpoint local --kms-key " + Arn)]
    [InlineData("keys init --table T --kms-endpoint ftp://local --kms-key " + Arn)]
    [InlineData("keys create --table T --context pair --kms-key " + Arn)]
    [InlineData("keys create --table T --context =value --kms-key " + Arn)]
    [InlineData("keys create --table T --context a=1 --context a=2 --kms-key " + Arn)]
    public async Task A_bad_command_ends_with_2(string arguments)
    {
        var result = await ToolRun.WithinAsync("", arguments.Split(' '));

        Assert.Equal((ExitCodes.BadCommand, ""), (result.ExitCode, result.Text));
        Assert.Contains("encrypted-dynamo --help", result.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kms-key-arn", "--kms-key", "alias/keys")]
    [InlineData("kms-key-arn", "--kms-key", "arn:aws:kms:eu-west-1:111122223333:alias/keys")]
    [InlineData("kms-key-arn", "--kms-key", "1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData("key-store-table", "--kms-key", Arn, "--table", "no table")]
    [InlineData("key-store-logical-name", "--kms-key", Arn, "--logical-name", "")]
    [InlineData("branch-key-context", "--kms-key", Arn, "--id", "tenant-1")]
    public async Task What_can_not_be_ends_with_2_and_the_rule(string rule, params string[] options)
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);
        string[] table = options.Contains("--table") ? [] : ["--table", lab.Table];

        var result = await ToolRun.WithinAsync("", ["keys", "create", "--region", "eu-west-1", .. table, .. options]);

        Assert.Equal((ExitCodes.BadCommand, ""), (result.ExitCode, result.Text));
        Assert.EndsWith($"(rule {rule}).\n", result.Messages.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_exists_is_not_made_again()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        string[] options = ["--id", "tenant-1", "--context", "purpose=test"];
        await lab.RunAsync("create", options);

        AssertRefused(await lab.RunAsync("create", options), "branch-key-exists");
    }

    [Fact]
    public async Task A_key_that_does_not_exist_is_neither_rotated_nor_shown()
    {
        await using var lab = await KeyStoreLab.CreateAsync();

        AssertRefused(await lab.RunAsync("rotate", "--id", "none"), "branch-key-unknown", "none");
        AssertRefused(await lab.RunAsync("show", "--id", "none"), "branch-key-unknown", "none");
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_told()
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);

        AssertRefused(await lab.RunAsync("create"), "key-store-missing");
        AssertRefused(await lab.RunAsync("show"), "key-store-missing");
    }

    [Fact]
    public async Task A_table_that_is_no_key_store_is_left_alone()
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);
        await lab.Dynamo.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = lab.Table,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                KeySchema = [new("Id", KeyType.HASH)],
                AttributeDefinitions = [new("Id", ScalarAttributeType.S)],
            },
            TestContext.Current.CancellationToken);

        AssertRefused(await lab.RunAsync("init"), "key-store-schema");
    }

    [Fact]
    public async Task Denied_access_names_the_operation_that_was_denied()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var id = (await lab.RunAsync("create")).Lines[0];
        lab.Kms.Restrict(lab.KeyArn);

        AssertRefused(await lab.RunAsync("create"), "kms-access-denied", "kms:GenerateDataKeyWithoutPlaintext", lab.KeyArn);
        AssertRefused(await lab.RunAsync("rotate", "--id", id), "kms-access-denied", "kms:ReEncrypt", lab.KeyArn);
    }

    [Theory]
    [InlineData("init", "--dynamodb-endpoint", "key-store-unreachable", "dynamodb:DescribeTable")]
    [InlineData("show", "--dynamodb-endpoint", "key-store-unreachable", "dynamodb:Scan")]
    [InlineData("create", "--kms-endpoint", "kms-unreachable", "kms:GenerateDataKeyWithoutPlaintext")]
    public async Task An_endpoint_that_does_not_answer_is_told(string command, string option, string rule, string operation)
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        string[] key = command == "show" ? [] : ["--kms-key", lab.KeyArn];
        string[] dynamo = option == "--dynamodb-endpoint" ? [] : ["--dynamodb-endpoint", KeyStoreLab.DynamoEndpoint];

        var result = await ToolRun.WithinAsync("", ["keys", command, "--table", lab.Table, "--region", "eu-west-1", .. key, .. dynamo, option, "http://127.0.0.1:1"]);

        AssertRefused(result, rule, operation);
    }

    private static void AssertRefused(ToolResult result, string rule, params string[] named)
    {
        Assert.Equal((ExitCodes.SomeFailed, ""), (result.ExitCode, result.Text));
        Assert.Contains($"(rule {rule}).", Assert.Single(result.Messages.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, result.Messages, StringComparison.Ordinal));
    }
}
