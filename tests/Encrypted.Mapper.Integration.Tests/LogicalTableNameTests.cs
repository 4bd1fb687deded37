using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class LogicalTableNameTests
{
    [Fact]
    public async Task S2_An_item_copied_to_another_table_is_refused()
    {
        await using var production = await TestTable.CreateAsync(SecretModel.Instance);
        await using var test = await TestTable.CreateAsync(SecretModel.Instance);
        using var testContext = test.Context();
        using var context = production.Context();
        await testContext.SaveAsync(new Secret { Key = "k", Text = "from the test table" });

        await production.PutRawAsync(await test.SingleStoredAsync());
        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Secret>("k"));

        Assert.Equal(("data-key", production.Name), (error.Rule, error.TableName));
    }

    [Fact]
    public async Task S2_The_prefix_and_the_override_are_part_of_the_logical_name()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var prefixed = table.Context();
        using var overridden = table.Context(dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = null));

        await prefixed.SaveAsync(new Secret { Key = "k", Text = "t" });
        var loaded = await overridden.LoadAsync<Secret>("k", new LoadConfig { OverrideTableName = table.Name });

        Assert.Equal("t", loaded.Text);
    }

    [Fact]
    public async Task S2_A_declared_restore_reads_the_items_of_the_table_it_is_a_copy_of()
    {
        await using var original = await TestTable.CreateAsync(SecretModel.Instance);
        await using var restored = await TestTable.CreateAsync(SecretModel.Instance);
        using var writer = original.Context();
        using var context = restored.Context(dynamo => dynamo.LogicalTableName(restored.Name, original.Name));
        await writer.SaveAsync(new Secret { Key = "k", Text = "restored" });

        await restored.PutRawAsync(await original.SingleStoredAsync());

        Assert.Equal("restored", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task S2_Two_tables_of_one_name_in_different_accounts_are_refused_unless_declared()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        const string First = "arn:aws:dynamodb:eu-west-1:111122223333:table/Shared";
        const string Second = "arn:aws:dynamodb:eu-west-1:444455556666:table/Shared";
        using var context = table.Context(dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = null));
        using var declared = table.Context(dynamo => dynamo
            .ConfigureContext(config => config.TableNamePrefix = null)
            .LogicalTableName(Second, "Shared"));

        context.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = First });
        var error = Assert.Throws<ModelConfigurationException>(() => context.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = Second }));
        declared.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = First });
        declared.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = Second });

        Assert.Equal(("logical-table-name-shared", Second), (error.Rule, error.TableName));
    }

    [Theory]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/Restored")]
    [InlineData("Restored")]
    public async Task S2_A_restore_declared_by_its_plain_name_is_one_table_only(string first)
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        const string Second = "arn:aws:dynamodb:eu-west-1:444455556666:table/Restored";
        using var context = table.Context(dynamo => dynamo
            .ConfigureContext(config => config.TableNamePrefix = null)
            .LogicalTableName("Restored", "Secrets"));
        using var declared = table.Context(dynamo => dynamo
            .ConfigureContext(config => config.TableNamePrefix = null)
            .LogicalTableName("Restored", "Secrets")
            .LogicalTableName(Second, "Secrets"));

        context.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = first });
        var error = Assert.Throws<ModelConfigurationException>(() => context.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = Second }));
        declared.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = first });
        declared.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = Second });

        Assert.Equal(("logical-table-name-shared", Second), (error.Rule, error.TableName));
        Assert.Contains("LogicalTableName(\"" + Second + "\", \"Secrets\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S2_An_arn_is_reduced_to_its_table_name()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var arn = (await table.Client.DescribeTableAsync(table.Name)).Table.TableArn;
        using var byName = table.Context();

        await byName.SaveAsync(new Secret { Key = "k", Text = "t" });
        var stored = await table.SingleStoredAsync();
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        recording.Answer = _ => new Amazon.DynamoDBv2.Model.GetItemResponse { Item = stored };
        using var context = table.ContextOver(client, dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = null));

        Assert.Equal("t", (await context.LoadAsync<Secret>("k", new LoadConfig { OverrideTableName = arn })).Text);
        Assert.Equal(arn, Assert.IsType<Amazon.DynamoDBv2.Model.GetItemRequest>(Assert.Single(recording.Requests)).TableName);
    }

    [Fact]
    public async Task S2_One_table_has_one_logical_name()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);

        var error = Assert.Throws<ModelConfigurationException>(() => table.Context(dynamo => dynamo.LogicalTableName("A", "B").LogicalTableName("A", "C")));

        Assert.Equal("logical-table-name-twice", error.Rule);
    }
}
