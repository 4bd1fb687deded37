using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Several entities in one table: what they must agree on, and that each is read with its own model.</summary>
public sealed class SharedTableTests
{
    [Fact]
    public void Entities_of_a_table_must_declare_the_same_keys()
    {
        var error = Refused(
            new StubModel<First>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly)]),
            new StubModel<Second>("Shared", "Key", null, [new("Key", "Key", CryptoAction.SignOnly)]));

        Assert.Equal(("key-schema-differs", "Shared"), (error.Rule, error.TableName));
    }

    [Theory]
    [InlineData(CryptoAction.SignOnly)]
    [InlineData(CryptoAction.EncryptAndSign)]
    public void S5_A_name_that_is_unsigned_in_one_entity_and_signed_in_another_is_refused(CryptoAction other)
    {
        var error = Refused(
            new StubModel<First>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Note", "Note", CryptoAction.DoNothing)]),
            new StubModel<Second>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Note", "Note", other)]));

        Assert.Equal(("unsigned-in-one-entity", "Shared", "Note"), (error.Rule, error.TableName, error.AttributeName));
        Assert.Contains("First", error.Message, StringComparison.Ordinal);
        Assert.Contains("Second", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_in_one_entity_and_signed_in_another_is_fine()
    {
        using var context = Create(
            new StubModel<First>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Note", "Note", CryptoAction.EncryptAndSign)]),
            new StubModel<Second>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Note", "Note", CryptoAction.SignOnly)]));
    }

    [Fact]
    public void A_key_that_a_model_would_encrypt_fails_at_the_start()
    {
        var error = Refused(new StubModel<First>("Shared", "Id", null, [new("Id", "Id", CryptoAction.EncryptAndSign)]));

        Assert.Equal(("key-action", "Id"), (error.Rule, error.AttributeName));
    }

    [Fact]
    public async Task S5_The_unsigned_names_of_all_entities_are_left_out_of_every_signature_of_the_table()
    {
        var first = new StubModel<First>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Name", "Name", CryptoAction.EncryptAndSign)]);
        var second = new StubModel<Second>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Note", "Note", CryptoAction.DoNothing)]);
        await using var table = await TestTable.CreateAsync(first);
        using var context = Create(LocalDynamo.Connect(), table.Prefix, first, second);

        await context.SaveAsync(new First { Values = { ["Id"] = "x", ["Name"] = "n" } });
        await table.TamperAsync(item => item["Note"] = new AttributeValue { S = "from the other entity" });

        Assert.Equal("n", (await context.LoadAsync<First>("x")).Values["Name"]);
    }

    [Fact]
    public void S3_An_attribute_that_only_another_entity_of_the_table_encrypts_is_refused_in_conditions()
    {
        using var context = Create(
            new StubModel<First>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly), new("Note", "Note", CryptoAction.EncryptAndSign)]),
            new StubModel<Second>("Shared", "Id", null, [new("Id", "Id", CryptoAction.SignOnly)]));

        var error = Assert.Throws<ProtectedAttributeException>(() => context.FromScanAsync<Second>(new()
        {
            FilterExpression = new() { ExpressionStatement = "Note = :v", ExpressionAttributeValues = { [":v"] = "x" } },
        }));

        Assert.Equal(("encrypted-attribute-in-condition", "Note"), (error.Rule, error.AttributeName));
    }

    [Fact]
    public async Task S3_A_property_name_of_several_attributes_says_nothing_and_is_refused_in_conditions()
    {
        var model = new StubModel<First>("Shared", "Id", null,
        [
            new("Id", "Id", CryptoAction.SignOnly),
            new("clinicNote", "Note", CryptoAction.SignOnly),
            new("patientNote", "Note", CryptoAction.EncryptAndSign),
            new("Clinic", "Clinic", CryptoAction.SignOnly),
        ]);
        await using var table = await TestTable.CreateAsync(model);
        using var context = Create(table.Client, table.Prefix, model);
        await context.SaveAsync(new First { Values = { ["Id"] = "x", ["clinicNote"] = "c", ["patientNote"] = "p", ["Clinic"] = "North" } });

        var error = Assert.Throws<ModelConfigurationException>(() => context.ScanAsync<First>([new ScanCondition("Note", ScanOperator.Equal, "c")]));
        var found = await context.ScanAsync<First>([new ScanCondition("Clinic", ScanOperator.Equal, "North")]).GetRemainingAsync();

        Assert.Equal("property-unknown", error.Rule);
        Assert.Equal("p", Assert.Single(found).Values["patientNote"]);
    }

    private static ModelConfigurationException Refused(params EntityModel[] models)
        => Assert.Throws<ModelConfigurationException>(() => Create(models));

    private static EncryptedDynamoContext Create(params EntityModel[] models)
        => Create(new Amazon.DynamoDBv2.AmazonDynamoDBClient(new Amazon.Runtime.AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1), "", models);

    private static EncryptedDynamoContext Create(Amazon.DynamoDBv2.IAmazonDynamoDB client, string prefix, params EntityModel[] models)
        => EncryptedDynamoContext.Create(client, dynamo =>
        {
            dynamo.UseKeyring(new RawAesKeyring("tests", "shared", new byte[32])).ConfigureContext(config => config.TableNamePrefix = prefix);
            dynamo.Settings.Registry = new EntityRegistry();
            dynamo.Settings.Registry.Add(new StubCatalogue(models));
        });

    private sealed class StubCatalogue(IReadOnlyList<EntityModel> entities) : EntityCatalogue
    {
        public override IReadOnlyList<EntityModel> Entities => entities;
    }

    internal abstract class Bag
    {
        public Dictionary<string, string> Values { get; } = [];
    }

    internal sealed class First : Bag;

    internal sealed class Second : Bag;

    /// <summary>A model of nothing but strings, for the rules among models.</summary>
    private sealed class StubModel<T>(string table, string partitionKey, string? sortKey, IReadOnlyList<AttributeModel> attributes) : EntityModel<T>
        where T : Bag, new()
    {
        public override string TableName => table;

        public override string PartitionKey => partitionKey;

        public override string? SortKey => sortKey;

        public override IReadOnlyList<AttributeModel> Attributes => attributes;

        public override Dictionary<string, AttributeValue> ToItem(T entity, ConversionOptions options)
            => entity.Values.ToDictionary(pair => pair.Key, pair => new AttributeValue { S = pair.Value });

        public override T FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options)
        {
            var entity = new T();
            foreach (var (name, value) in item)
            {
                entity.Values[name] = value.S;
            }

            return entity;
        }

        public override AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options) => new() { S = (string)value! };
    }
}
