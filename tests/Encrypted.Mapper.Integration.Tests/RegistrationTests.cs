using System.Runtime.Loader;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_registered_context_is_a_singleton_that_works_with_the_clients_of_the_container()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var services = Services(table.Client);
        services.AddEncryptedDynamo(dynamo => dynamo.UseRawAesKey("tests", "first", new byte[32]).ConfigureContext(config => config.TableNamePrefix = table.Prefix));
        await using var provider = services.BuildServiceProvider();
        var context = provider.GetRequiredService<IDynamoDBContext>();

        await context.SaveAsync(new Secret { Key = "k", Text = "t" });

        Assert.Same(context, provider.GetRequiredService<EncryptedDynamoContext>());
        Assert.Equal("t", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task A_stock_registration_that_came_before_is_replaced()
    {
        var services = Services();
        services.AddScoped<IDynamoDBContext>(_ => new DynamoDBContextBuilder().WithDynamoDBClient(Client).Build());
        services.AddEncryptedDynamo(dynamo => dynamo.UseKeyring(new IdleKeyring()));
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        Assert.IsType<EncryptedDynamoContext>(Assert.Single(provider.GetServices<IDynamoDBContext>()));
    }

    [Fact]
    public async Task A_stock_registration_that_comes_later_fails_the_start_of_the_host()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(Client());
        builder.Services.AddEncryptedDynamo(dynamo => dynamo.UseKeyring(new IdleKeyring()));
        builder.Services.AddScoped<IDynamoDBContext>(_ => new DynamoDBContextBuilder().WithDynamoDBClient(Client).Build());
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => host.StartAsync());

        Assert.Equal("foreign-context-registration", error.Rule);
    }

    [Fact]
    public async Task A_host_with_the_context_alone_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(Client());
        builder.Services.AddEncryptedDynamo(dynamo => dynamo.UseKeyring(new IdleKeyring()));
        builder.Services.AddEncryptedDynamo(dynamo => dynamo.UseKeyring(new IdleKeyring()));
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Single(host.Services.GetServices<IDynamoDBContext>());
    }

    [Fact]
    public async Task The_checks_of_the_start_can_run_without_a_host()
    {
        var services = Services();
        services.AddEncryptedDynamo(dynamo => dynamo.UseKeyring(new IdleKeyring()));
        services.AddSingleton<IDynamoDBContext>(_ => new DynamoDBContextBuilder().WithDynamoDBClient(Client).Build());
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<ModelConfigurationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal("foreign-context-registration", error.Rule);
    }

    [Fact]
    public async Task Entities_that_contradict_each_other_fail_the_start_of_the_host()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(Client());
        builder.Services.AddEncryptedDynamo(dynamo =>
        {
            dynamo.UseKeyring(new IdleKeyring()).Settings.Registry = new EntityRegistry();
            dynamo.Settings.Registry.Add(new ContradictoryCatalogue());
        });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => host.StartAsync());

        Assert.Equal("key-schema-differs", error.Rule);
    }

    [Fact]
    public void Entities_of_another_assembly_are_known_once_it_is_named()
    {
        var path = typeof(Patient).Assembly.Location;
        var patient = new AssemblyLoadContext("named").LoadFromAssemblyPath(path).GetType(typeof(Patient).FullName!, throwOnError: true)!;
        var before = EntityRegistry.Shared.TryGet(patient, out _);

        using var context = EncryptedDynamoContext.Create(Client(), dynamo =>
        {
            dynamo.UseKeyring(new IdleKeyring());
            typeof(EncryptedDynamoBuilder).GetMethod(nameof(EncryptedDynamoBuilder.AddEntitiesFrom))!.MakeGenericMethod(patient).Invoke(dynamo, null);
        });

        Assert.False(before);
        Assert.True(EntityRegistry.Shared.TryGet(patient, out _));
    }

    [Fact]
    public void A_key_must_be_named_and_a_local_key_alone()
    {
        var none = Assert.Throws<ModelConfigurationException>(() => Services().AddEncryptedDynamo(_ => { }));
        var two = Assert.Throws<ModelConfigurationException>(() => Services().AddEncryptedDynamo(dynamo => dynamo.UseKeyring(new IdleKeyring()).UseLocalKey("key")));

        Assert.Equal(("key-source-missing", "key-source-ambiguous"), (none.Rule, two.Rule));
    }

    [Fact]
    public void A_client_for_the_container_is_refused_where_one_is_given()
    {
        var error = Assert.Throws<ModelConfigurationException>(() => EncryptedDynamoContext.Create(Client(), dynamo => dynamo.UseKeyring(new IdleKeyring()).UseClient(_ => Client())));

        Assert.Equal("client-ambiguous", error.Rule);
    }

    [Fact]
    public async Task A_keyring_may_come_from_the_container_and_stays_its_own()
    {
        var services = Services();
        services.AddSingleton<IdleKeyring>();
        services.AddEncryptedDynamo(dynamo => dynamo.UseKeyring(provider => provider.GetRequiredService<IdleKeyring>()).UseClient(_ => Client()));
        IdleKeyring keyring;
        await using (var provider = services.BuildServiceProvider())
        {
            keyring = provider.GetRequiredService<IdleKeyring>();
            provider.GetRequiredService<EncryptedDynamoContext>().Dispose();
            Assert.False(keyring.IsDisposed);
        }

        Assert.True(keyring.IsDisposed);
    }

    [Fact]
    public async Task Disposing_the_context_leaves_the_client_usable_and_ends_the_context()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var context = table.Context();
        await context.SaveAsync(new Secret { Key = "k", Text = "t" });

        context.Dispose();
        context.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => context.LoadAsync<Secret>("k"));
        Assert.Single(await table.StoredAsync());
    }

    [Fact]
    public async Task A_local_key_file_serves_later_contexts()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var first = Local(table, path))
            {
                await first.SaveAsync(new Secret { Key = "k", Text = "kept" });
            }

            using var second = Local(table, path);
            Assert.Equal("kept", (await second.LoadAsync<Secret>("k")).Text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_raw_key_is_copied_when_it_is_named()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var key = Enumerable.Range(1, 32).Select(value => (byte)value).ToArray();
        using var reader = Raw(table, [.. key]);
        var services = Services(table.Client);
        services.AddEncryptedDynamo(dynamo => dynamo.UseRawAesKey("tests", "raw", key).ConfigureContext(config => config.TableNamePrefix = table.Prefix));
        Array.Clear(key);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IDynamoDBContext>().SaveAsync(new Secret { Key = "k", Text = "t" });

        Assert.Equal("t", (await reader.LoadAsync<Secret>("k")).Text);
    }

    private static EncryptedDynamoContext Local(TestTable table, string path)
        => EncryptedDynamoContext.Create(table.Client, dynamo => dynamo.UseLocalKey(path).ConfigureContext(config => config.TableNamePrefix = table.Prefix));

    private static EncryptedDynamoContext Raw(TestTable table, byte[] key)
        => EncryptedDynamoContext.Create(table.Client, dynamo => dynamo.UseRawAesKey("tests", "raw", key).ConfigureContext(config => config.TableNamePrefix = table.Prefix));

    private static ServiceCollection Services(IAmazonDynamoDB? client = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(client ?? Client());
        return services;
    }

    private static IAmazonDynamoDB Client() => new AmazonDynamoDBClient(new Amazon.Runtime.AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1);

    private sealed class ContradictoryCatalogue : EntityCatalogue
    {
        public override IReadOnlyList<EntityModel> Entities => [VisitModel.Instance, new OtherVisitModel()];
    }

    /// <summary>Claims the table of visits with keys of its own.</summary>
    private sealed class OtherVisitModel : EntityModel<Secret>
    {
        public override string TableName => VisitModel.Instance.TableName;

        public override string PartitionKey => "Key";

        public override IReadOnlyList<AttributeModel> Attributes => SecretModel.Instance.Attributes;

        public override Dictionary<string, AttributeValue> ToItem(Secret entity, ConversionOptions options) => SecretModel.Instance.ToItem(entity, options);

        public override Secret FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options) => SecretModel.Instance.FromItem(item, options);

        public override AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options) => SecretModel.Instance.ToAttributeValue(attributeName, value, options);
    }

    private sealed class IdleKeyring : IKeyring, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose() => IsDisposed = true;
    }
}
