using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Keys;

/// <content>The table itself, and what it says without KMS.</content>
public sealed partial class BranchKeyStore
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Creates the key store's table, with on-demand capacity, and waits until it can be used; one that exists is checked (keyrings, section 13.2).</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The table's ARN.</returns>
    /// <exception cref="KeyStoreException">The table exists and has other keys.</exception>
    /// <exception cref="AmazonDynamoDBException">DynamoDB failed.</exception>
    public async Task<string> CreateTableAsync(CancellationToken cancellationToken = default)
    {
        var table = await TryDescribeAsync(cancellationToken).ConfigureAwait(false) ?? await CreateAsync(cancellationToken).ConfigureAwait(false);
        while (table.TableStatus == TableStatus.CREATING)
        {
            await Task.Delay(s_pollInterval, _time, cancellationToken).ConfigureAwait(false);
            table = await TryDescribeAsync(cancellationToken).ConfigureAwait(false) ?? table;
        }

        return IsKeyStore(table) ? table.TableArn : throw KeyStoreErrors.Schema(Configuration.TableName);
    }

    /// <summary>Tells what the table says of a branch key, without KMS and without its keys. Nothing of it is authenticated.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions and their ages.</returns>
    /// <exception cref="KeyUnavailableException">There is no such key, or the table can't be read.</exception>
    public async Task<BranchKeyDescription> DescribeKeyAsync(string branchKeyId, CancellationToken cancellationToken = default)
    {
        CheckId(branchKeyId);
        var builder = new BranchKeyDescriptionBuilder();
        Dictionary<string, AttributeValue>? next = null;
        do
        {
            var page = await _table.QueryAsync(branchKeyId, next, cancellationToken).ConfigureAwait(false);
            builder.Add(page.Items);
            next = page.LastEvaluatedKey;
        }
        while (next is { Count: > 0 });
        return builder.Build() is [var description] ? description : throw KeyStoreErrors.Unknown(branchKeyId);
    }

    /// <summary>Tells what the table says of all its branch keys, without KMS and without their keys. Nothing of it is authenticated. It reads the whole table.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The branch keys, ordered by their ids.</returns>
    /// <exception cref="KeyUnavailableException">The table can't be read.</exception>
    public async Task<IReadOnlyList<BranchKeyDescription>> ListKeysAsync(CancellationToken cancellationToken = default)
    {
        var builder = new BranchKeyDescriptionBuilder();
        Dictionary<string, AttributeValue>? next = null;
        do
        {
            var page = await _table.ScanAsync(next, cancellationToken).ConfigureAwait(false);
            builder.Add(page.Items);
            next = page.LastEvaluatedKey;
        }
        while (next is { Count: > 0 });
        return builder.Build();
    }

    private async Task<TableDescription?> TryDescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.DescribeTableAsync(Configuration.TableName, cancellationToken).ConfigureAwait(false)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task<TableDescription> CreateAsync(CancellationToken cancellationToken)
    {
        var request = new CreateTableRequest
        {
            TableName = Configuration.TableName,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new(BranchKeyItemNames.Id, KeyType.HASH), new(BranchKeyItemNames.Type, KeyType.RANGE)],
            AttributeDefinitions = [new(BranchKeyItemNames.Id, ScalarAttributeType.S), new(BranchKeyItemNames.Type, ScalarAttributeType.S)],
        };
        try
        {
            return (await _client.CreateTableAsync(request, cancellationToken).ConfigureAwait(false)).TableDescription;
        }
        catch (ResourceInUseException)
        {
            // Somebody else created it meanwhile.
            return (await _client.DescribeTableAsync(Configuration.TableName, cancellationToken).ConfigureAwait(false)).Table;
        }
    }

    private static bool IsKeyStore(TableDescription table)
        => table.KeySchema is [_, _] keys
        && keys.Exists(key => key.AttributeName == BranchKeyItemNames.Id && key.KeyType == KeyType.HASH)
        && keys.Exists(key => key.AttributeName == BranchKeyItemNames.Type && key.KeyType == KeyType.RANGE)
        && table.AttributeDefinitions.Exists(attribute => attribute.AttributeName == BranchKeyItemNames.Id && attribute.AttributeType == ScalarAttributeType.S)
        && table.AttributeDefinitions.Exists(attribute => attribute.AttributeName == BranchKeyItemNames.Type && attribute.AttributeType == ScalarAttributeType.S);
}
