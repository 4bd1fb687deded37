using System.Reflection;
using System.Runtime.Loader;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Models.Plain;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>A missing model never means plaintext, and a protected table is never written without encryption.</summary>
public sealed class NoRoadRoundTests
{
    public static TheoryData<Type> TaggedTypes =>
    [
        typeof(Untitled.TaggedProperty),
        typeof(Untitled.TaggedField),
        typeof(Untitled.TaggedStatic),
        typeof(Untitled.TaggedClass),
        typeof(Untitled.Derived),
        typeof(Untitled.Implementing),
        typeof(Untitled.NestedMember),
        typeof(Untitled.NestedList),
        typeof(Untitled.PolymorphicBase),
    ];

    [Theory]
    [MemberData(nameof(TaggedTypes))]
    public async Task A_tagged_type_without_a_model_is_refused_and_nothing_is_sent(Type type)
    {
        var (client, recording) = RecordingDynamoDB.Over(new AmazonDynamoDBClient(new Amazon.Runtime.AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1));
        using var context = Create(client);

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync(type, Activator.CreateInstance(type)!));
        Assert.Throws<ModelConfigurationException>(() => context.CreateBatchWrite(type));

        Assert.Equal("model-missing", error.Rule);
        Assert.Contains(type.Name, error.Message, StringComparison.Ordinal);
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task A_tagged_type_without_a_model_is_refused_by_the_generic_members_too()
    {
        using var context = Create();

        await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync(new Untitled.TaggedProperty()));
        await Assert.ThrowsAsync<ModelConfigurationException>(() => context.LoadAsync<Untitled.TaggedProperty>("x"));
        await Assert.ThrowsAsync<ModelConfigurationException>(() => context.DeleteAsync(new Untitled.TaggedProperty()));
        Assert.Throws<ModelConfigurationException>(() => context.QueryAsync<Untitled.TaggedProperty>("x"));
        Assert.Throws<ModelConfigurationException>(() => context.ScanAsync<Untitled.TaggedProperty>([]));
        Assert.Throws<ModelConfigurationException>(() => context.ToDocument(new Untitled.TaggedProperty()));
        Assert.Throws<ModelConfigurationException>(() => context.CreateTransactWrite<Untitled.TaggedProperty>());
        Assert.Throws<ModelConfigurationException>(() => context.GetTargetTable<Untitled.TaggedProperty>());
    }

    [Fact]
    public async Task A_tagged_instance_passed_as_its_plain_base_type_is_refused()
    {
        using var context = Create();

        var tagged = await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync<object>(new Untitled.TaggedProperty()));
        var modelled = await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync<object>(new Secret { Key = "k" }));

        Assert.Equal(("model-missing", "entity-as-plain-type"), (tagged.Rule, modelled.Rule));
    }

    [Fact]
    public async Task An_entity_of_an_assembly_that_nothing_touched_is_known_at_its_first_use()
    {
        var untouched = new AssemblyLoadContext("untouched").LoadFromAssemblyPath(typeof(Secret).Assembly.Location);
        var type = untouched.GetType(typeof(Secret).FullName!, throwOnError: true)!;
        using var context = Create();

        // The module initializer of this second load has not run. A stock batch would be a road round the encryption.
        Assert.NotEqual(typeof(Secret), type);
        Assert.Throws<ArgumentException>(() => context.CreateBatchWrite(type).AddPutItem(new Secret { Key = "k" }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => context.SaveAsync(type, (object)null!));
    }

    [Fact]
    public async Task A_plain_type_in_a_table_of_its_own_goes_to_the_stock_context()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await table.Client.CreateTableAsync(table.Prefix + "Notes", [new("Id", KeyType.HASH)], [new("Id", ScalarAttributeType.S)], new(1, 1));

        await context.SaveAsync(new PlainNote { Id = "n", Text = "in clear" });
        await context.SaveAsync(typeof(PlainNote), new PlainNote { Id = "m", Text = "in clear" });
        var batch = context.CreateBatchGet<PlainNote>();
        batch.AddKey("n");
        await context.ExecuteBatchGetAsync(batch);

        Assert.Equal("in clear", (await context.LoadAsync<PlainNote>("m")).Text);
        Assert.Equal("in clear", Assert.Single(batch.Results).Text);
        Assert.Equal(2, (await context.ScanAsync<PlainNote>([]).GetRemainingAsync()).Count);
        await context.DeleteAsync<PlainNote>("n");
        await context.DeleteAsync(new PlainNote { Id = "m" });
        Assert.Empty(await context.ScanAsync<PlainNote>([]).GetRemainingAsync());
        await table.Client.DeleteTableAsync(table.Prefix + "Notes");
    }

    [Fact]
    public async Task S1_A_plain_type_whose_table_is_protected_is_refused_by_every_member()
    {
        using var context = Create();
        var plain = new PlainVisit { Id = "visit", Number = 1, Ssn = "x" };

        ModelConfigurationException[] errors =
        [
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync(plain)),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync(typeof(PlainVisit), plain)),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.LoadAsync<PlainVisit>("visit", 1)),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.DeleteAsync<PlainVisit>("visit", 1)),
            Assert.Throws<ModelConfigurationException>(() => context.QueryAsync<PlainVisit>("visit")),
            Assert.Throws<ModelConfigurationException>(() => context.ScanAsync<PlainVisit>([])),
            Assert.Throws<ModelConfigurationException>(() => context.FromScanAsync<PlainVisit>(new ScanOperationConfig())),
            Assert.Throws<ModelConfigurationException>(() => context.FromQueryAsync<PlainVisit>(new QueryOperationConfig())),
            Assert.Throws<ModelConfigurationException>(() => context.CreateBatchGet<PlainVisit>()),
            Assert.Throws<ModelConfigurationException>(() => context.CreateBatchWrite<PlainVisit>()),
            Assert.Throws<ModelConfigurationException>(() => context.CreateTransactGet<PlainVisit>()),
            Assert.Throws<ModelConfigurationException>(() => context.CreateTransactWrite<PlainVisit>()),
            Assert.Throws<ModelConfigurationException>(() => context.ToDocument(plain)),
            Assert.Throws<ModelConfigurationException>(() => context.FromDocument<PlainVisit>([])),
            Assert.Throws<ModelConfigurationException>(() => context.GetTargetTable<PlainVisit>()),
        ];

        Assert.All(errors, error => Assert.Equal("plain-type-on-protected-table", error.Rule));
    }

    [Theory]
    [InlineData("", "Visits", null)]
    [InlineData("", "Visits", "any-")]
    [InlineData("", "arn:aws:dynamodb:eu-west-1:111122223333:table/Visits", null)]
    [InlineData("prod-", "Visits", null)]
    [InlineData("prod-", "prod-Visits", "")]
    [InlineData("prod-", "arn:aws:dynamodb:eu-west-1:111122223333:table/prod-Visits", "")]
    public async Task S1_The_resolved_table_counts_whatever_names_it(string contextPrefix, string overrideName, string? prefix)
    {
        using var context = Create(configure: dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = contextPrefix));

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(
            () => context.SaveAsync(new PlainNote { Id = "n" }, new SaveConfig { OverrideTableName = overrideName, TableNamePrefix = prefix }));

        Assert.Equal("plain-type-on-protected-table", error.Rule);
    }

    [Fact]
    public async Task S1_A_table_that_an_entity_was_sent_to_by_override_is_protected_from_then_on()
    {
        using var context = Create();
        context.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = "Archive" });

        await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync(new PlainNote { Id = "n" }, new SaveConfig { OverrideTableName = "Archive" }));
    }

    [Theory]
    [InlineData("Patients-restore", "Patients-restore")]
    [InlineData("Patients-restore", "arn:aws:dynamodb:eu-west-1:111122223333:table/Patients-restore")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/Patients-restore", "Patients-restore")]
    public async Task S1_A_declared_restore_is_protected_before_any_entity_was_sent_there(string declared, string overrideName)
    {
        var (client, recording) = RecordingDynamoDB.Over(Unreachable());
        using var context = Create(client, dynamo => dynamo.LogicalTableName(declared, "Patients"));

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(
            () => context.SaveAsync(new PlainNote { Id = "n" }, new SaveConfig { OverrideTableName = overrideName }));

        Assert.Equal(("plain-type-on-protected-table", overrideName), (error.Rule, error.TableName));
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task S1_Documents_and_tables_of_encrypted_entities_are_not_given_out()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        var definition = (Table)new TableBuilder(table.Client, table.Name).AddHashKey("Key", DynamoDBEntryType.String).Build();

        Assert.Throws<NotSupportedException>(() => context.ToDocument(new Secret()));
        Assert.Throws<NotSupportedException>(() => context.FromDocument<Secret>([]));
        Assert.Throws<NotSupportedException>(() => context.FromDocuments<Secret>([[]]));
        Assert.Throws<NotSupportedException>(() => context.GetTargetTable<Secret>());
        var error = Assert.Throws<ModelConfigurationException>(() => context.RegisterTableDefinition(definition));
        Assert.Equal("plain-access-to-protected-table", error.Rule);
    }

    [Theory]
    [InlineData("EncryptedOnly")]
    [InlineData("RequireProtection")]
    public async Task S1_Every_plain_type_is_refused_when_the_context_is_told_so(string setting)
    {
        using var context = Create(configure: dynamo => _ = setting == "EncryptedOnly" ? dynamo.EncryptedOnly() : dynamo.RequireProtection());

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => context.SaveAsync(new PlainNote { Id = "n" }));

        Assert.Equal("plain-type-refused", error.Rule);
        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_encrypts_by_itself_is_refused()
    {
        var other = ClientOfAssembly("AWS.Cryptography.DbEncryptionSDK.DynamoDb");

        var error = Assert.Throws<ModelConfigurationException>(() => Create(other));

        Assert.Equal("client-already-encrypts", error.Rule);
    }

    [Fact]
    public void A_client_derived_from_the_plain_one_is_accepted()
    {
        using var context = Create(ClientOfAssembly("Some.Application"));
    }

    private static EncryptedDynamoContext Create(IAmazonDynamoDB? client = null, Action<EncryptedDynamoBuilder>? configure = null)
        => EncryptedDynamoContext.Create(client ?? Unreachable(), dynamo =>
        {
            dynamo.UseRawAesKey("tests", "first", new byte[32]);
            configure?.Invoke(dynamo);
        });

    private static AmazonDynamoDBClient Unreachable() => new(new Amazon.Runtime.AnonymousAWSCredentials(), new AmazonDynamoDBConfig { ServiceURL = "http://localhost:1", MaxErrorRetry = 0 });

    private static IAmazonDynamoDB ClientOfAssembly(string name)
    {
        var assembly = System.Reflection.Emit.AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), System.Reflection.Emit.AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule(name).DefineType("Client", TypeAttributes.Public, typeof(AmazonDynamoDBClient));
        var parent = typeof(AmazonDynamoDBClient).GetConstructor([typeof(Amazon.Runtime.AWSCredentials), typeof(Amazon.RegionEndpoint)])!;
        var code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(Amazon.Runtime.AWSCredentials), typeof(Amazon.RegionEndpoint)]).GetILGenerator();
        code.Emit(System.Reflection.Emit.OpCodes.Ldarg_0);
        code.Emit(System.Reflection.Emit.OpCodes.Ldarg_1);
        code.Emit(System.Reflection.Emit.OpCodes.Ldarg_2);
        code.Emit(System.Reflection.Emit.OpCodes.Call, parent);
        code.Emit(System.Reflection.Emit.OpCodes.Ret);
        return (IAmazonDynamoDB)Activator.CreateInstance(type.CreateType(), new Amazon.Runtime.AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1)!;
    }
}
