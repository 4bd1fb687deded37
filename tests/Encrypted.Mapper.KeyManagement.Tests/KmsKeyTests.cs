using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.KeyManagementService;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace Encrypted.Mapper.KeyManagement.Tests;

/// <summary>Contexts whose items are protected with KMS keys directly.</summary>
public sealed class KmsKeyTests
{
    [Fact]
    public async Task A_write_and_a_read_cost_one_call_each()
    {
        await using var lab = await KeyLab.CreateAsync();
        using var db = lab.Context(dynamo => dynamo.UseKmsKey(lab.KeyArn));

        for (var i = 0; i < 50; i++)
        {
            await db.SaveAsync(new Memo { Id = $"m{i}", Text = "text" });
            Assert.Equal("text", (await db.LoadAsync<Memo>($"m{i}")).Text);
        }

        Assert.Equal(50, lab.Count("GenerateDataKey"));
        Assert.Equal(50, lab.Count("Decrypt"));
        Assert.Equal(100, lab.Kms.Calls.Count);
    }

    [Fact]
    public async Task Each_of_several_keys_alone_can_read()
    {
        await using var lab = await KeyLab.CreateAsync();
        var second = lab.Kms.CreateKey();
        using var writer = lab.Context(dynamo => dynamo.UseKmsKey(lab.KeyArn, second));
        using var first = lab.Context(dynamo => dynamo.UseKmsKey(lab.KeyArn));
        using var other = lab.Context(dynamo => dynamo.UseKmsKey(second));

        await writer.SaveAsync(new Memo { Id = "m", Text = "for two" });

        Assert.Equal("for two", (await first.LoadAsync<Memo>("m")).Text);
        Assert.Equal("for two", (await other.LoadAsync<Memo>("m")).Text);
    }

    [Fact]
    public async Task A_discovery_reader_reads_what_the_accounts_key_wrote_and_cannot_write()
    {
        await using var lab = await KeyLab.CreateAsync();
        var account = lab.KeyArn.Split(':')[4];
        using var writer = lab.Context(dynamo => dynamo.UseKmsKey(lab.KeyArn));
        using var reader = lab.Context(dynamo => dynamo.UseKmsDiscovery(new KmsDiscoveryFilter("aws", account), "eu-west-1"));
        await writer.SaveAsync(new Memo { Id = "m", Text = "found" });

        Assert.Equal("found", (await reader.LoadAsync<Memo>("m")).Text);
        await Assert.ThrowsAsync<ModelConfigurationException>(() => reader.SaveAsync(new Memo { Id = "n", Text = "never" }));
    }

    [Fact]
    public async Task The_client_of_the_container_serves_the_key()
    {
        await using var lab = await KeyLab.CreateAsync();
        await using var services = new ServiceCollection()
            .AddSingleton<IAmazonDynamoDB>(lab.Dynamo)
            .AddSingleton(lab.Kms.CreateClient())
            .AddEncryptedDynamo(dynamo => dynamo.UseKmsKey(lab.KeyArn).ConfigureContext(context => context.TableNamePrefix = lab.Memos[..^"Memos".Length]))
            .BuildServiceProvider();

        await services.GetRequiredService<IDynamoDBContext>().SaveAsync(new Memo { Id = "m", Text = "text" });

        Assert.Equal(1, lab.Count("GenerateDataKey"));
    }

    [Fact]
    public async Task The_client_registered_for_a_Region_serves_the_keys_of_the_Region()
    {
        await using var lab = await KeyLab.CreateAsync();
        await using var services = new ServiceCollection()
            .AddSingleton<IAmazonDynamoDB>(lab.Dynamo)
            .AddKeyedSingleton("eu-west-1", lab.Kms.CreateClient("of-the-region"))
            .AddSingleton(lab.Kms.CreateClient("of-no-region", "us-east-1"))
            .AddEncryptedDynamo(dynamo => dynamo.UseKmsKey(lab.KeyArn).ConfigureContext(context => context.TableNamePrefix = lab.Memos[..^"Memos".Length]))
            .BuildServiceProvider();

        await services.GetRequiredService<IDynamoDBContext>().SaveAsync(new Memo { Id = "m", Text = "text" });

        Assert.Equal("of-the-region", Assert.Single(lab.Kms.Calls, call => call.Operation == "GenerateDataKey").Caller);
    }

    [Fact]
    public async Task Two_replicas_of_one_key_are_refused()
    {
        await using var lab = await KeyLab.CreateAsync();

        var refusal = Assert.Throws<ModelConfigurationException>(() => lab.Context(dynamo => dynamo.UseKmsMrk(
            "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234", "arn:aws:kms:us-east-1:111122223333:key/mrk-1234")));

        Assert.Equal("kms-replicas", refusal.Rule);
    }

    [Fact]
    public void So_are_two_that_are_named_one_after_the_other()
    {
        var refusal = Assert.Throws<ModelConfigurationException>(() => new ServiceCollection().AddEncryptedDynamo(dynamo => dynamo
            .UseKmsMrk("arn:aws:kms:eu-west-1:111122223333:key/mrk-1234")
            .UseKmsKey("arn:aws:kms:eu-west-1:111122223333:key/1234")
            .UseKmsMrk("arn:aws:kms:us-east-1:111122223333:key/mrk-1234")));

        Assert.Equal("kms-replicas", refusal.Rule);
    }
}
