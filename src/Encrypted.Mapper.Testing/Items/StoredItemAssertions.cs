using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Testing.Items;

namespace Encrypted.Mapper.Testing;

/// <summary>Assertions on items as they are stored, for any test framework: read with a plain client, past the encryption.</summary>
public static class StoredItemAssertions
{
    /// <summary>
    /// Asserts that a stored item is protected as the entities of its table declare: header and footer are there,
    /// encrypted attributes hold ciphertext, and every attribute that isn't declared unprotected is signed. Without a key
    /// it can't be told whether the signature is right; the overload with a context does.
    /// </summary>
    /// <param name="client">The AWS SDK's own client.</param>
    /// <param name="tableName">The table's name. It may have a prefix before the name that its entities declare.</param>
    /// <param name="key">The item's key attributes.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="StoredItemNotProtectedException">The item doesn't exist, or something of it isn't protected.</exception>
    /// <exception cref="ArgumentException">No encrypted entity of the table is known.</exception>
    public static async Task AssertStoredProtectedAsync(
        this IAmazonDynamoDB client, string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        var expected = ExpectedProtection.OfTable(tableName);
        new StoredItem(tableName, await ReadAsync(client, tableName, key, cancellationToken).ConfigureAwait(false)).Check(expected);
    }

    /// <summary>
    /// Asserts that the stored item of an entity is protected as the entity declares. With a context it also loads the
    /// item, so that its signature is verified, and makes sure that no encrypted attribute contains its plaintext.
    /// </summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="client">The AWS SDK's own client.</param>
    /// <param name="hashKey">The partition key's value, as for <c>LoadAsync</c>.</param>
    /// <param name="rangeKey">The sort key's value, if the table has one.</param>
    /// <param name="context">A context of this library's that can read the item. A stock one would verify nothing, and is refused.</param>
    /// <param name="tableName">The table's name; by default the one that the entity declares.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="StoredItemNotProtectedException">The item doesn't exist, something of it isn't protected, or it can't be verified.</exception>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is no encrypted entity, or the key isn't one of its table.</exception>
    public static async Task AssertStoredProtectedAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IAmazonDynamoDB client, object hashKey, object? rangeKey = null, IDynamoDBContext? context = null, string? tableName = null, CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(hashKey);
        if (context is not (null or EncryptedDynamoContext))
        {
            throw new ArgumentException($"{context.GetType()} is no {nameof(EncryptedDynamoContext)}, and might verify nothing.", nameof(context));
        }

        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        var model = ExpectedProtection.ModelOf<T>();
        var table = tableName ?? model.TableName;
        var key = KeyOf(model, hashKey, rangeKey);
        var stored = new StoredItem(table, await ReadAsync(client, table, key, cancellationToken).ConfigureAwait(false));
        stored.Check(ExpectedProtection.OfEntity(model));
        if (context is not null)
        {
            var entity = await LoadAsync<T>(context, table, hashKey, rangeKey, cancellationToken).ConfigureAwait(false);
            stored.CheckAgainst(model.ToItem(entity, OptionsOf(model)), ExpectedProtection.OfEntity(model));
        }
    }

    private static async Task<Dictionary<string, AttributeValue>?> ReadAsync(IAmazonDynamoDB client, string table, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = key, ConsistentRead = true };
        return (await client.GetItemAsync(request, cancellationToken).ConfigureAwait(false)).Item;
    }

    // The name is the whole one: no prefix of the context's comes before it.
    private static async Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IDynamoDBContext context, string table, object hashKey, object? rangeKey, CancellationToken cancellationToken)
    {
        var config = new LoadConfig { OverrideTableName = table, TableNamePrefix = "", ConsistentRead = true };
        try
        {
            var entity = await context.LoadAsync<T>(hashKey, rangeKey!, config, cancellationToken).ConfigureAwait(false);
            return entity is null ? throw new StoredItemNotProtectedException(table, ["The context doesn't find it."]) : entity;
        }
        catch (EncryptedDynamoException refusal)
        {
            throw new StoredItemNotProtectedException(table, [$"It can't be read back ({refusal.Rule}): {refusal.Message}"], refusal);
        }
    }

    private static Dictionary<string, AttributeValue> KeyOf(EntityModel model, object hashKey, object? rangeKey)
    {
        var key = new Dictionary<string, AttributeValue> { [model.PartitionKey] = PartOf(model, model.PartitionKey, hashKey) };
        if (model.SortKey is { } sortKey)
        {
            key[sortKey] = PartOf(model, sortKey, rangeKey ?? throw new ArgumentException($"Table {model.TableName} has a sort key, {sortKey}.", nameof(rangeKey)));
        }
        else if (rangeKey is not null)
        {
            throw new ArgumentException($"Table {model.TableName} has no sort key.", nameof(rangeKey));
        }

        return key;
    }

    private static AttributeValue PartOf(EntityModel model, string attribute, object value)
        => model.ToAttributeValue(attribute, value, OptionsOf(model)) ?? throw new ArgumentException($"The value of the key {attribute} is empty.");

    private static ConversionOptions OptionsOf(EntityModel model)
        => model.Conversion == ConversionSchema.Unset ? ConversionOptions.Default : ConversionOptions.Default with { Schema = model.Conversion };
}
