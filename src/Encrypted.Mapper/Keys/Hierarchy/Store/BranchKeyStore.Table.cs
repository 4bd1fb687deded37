using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Keys;

/// <content>The table itself, and what it says without KMS.</content>
public sealed partial class BranchKeyStore
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(1);

    /// <summary>Creates the key store's table, with on-demand capacity, and waits until it can be used; one that exists is checked (keyrings, section 13.2).</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The table, and whether it was there already.</returns>
    /// <exception cref="KeyStoreException">The table exists and has other keys.</exception>
    /// <exception cref="KeyUnavailableException">DynamoDB failed.</exception>
    public async Task<BranchKeyStoreTable> CreateTableAsync(CancellationToken cancellationToken = default)
    {
        var existed = true;
        while (true)
        {
            var table = await _table.DescribeAsync(cancellationToken).ConfigureAwait(false);
            if (table is not null && table.TableStatus != TableStatus.CREATING && table.TableStatus != TableStatus.DELETING)
            {
                return IsKeyStore(table) ? new(table.TableArn, existed) : throw KeyStoreErrors.Schema(Configuration.TableName);
            }

            if (table is null && await _table.TryCreateAsync(cancellationToken).ConfigureAwait(false))
            {
                existed = false;
            }
            else
            {
                // It is being created, by whomever, or deleted, after which it is created anew.
                await Task.Delay(s_pollInterval, _time, cancellationToken).ConfigureAwait(false);
            }
        }
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

    private static bool IsKeyStore(TableDescription table)
        => table.KeySchema is [_, _] keys
        && keys.Exists(key => key.AttributeName == BranchKeyItemNames.Id && key.KeyType == KeyType.HASH)
        && keys.Exists(key => key.AttributeName == BranchKeyItemNames.Type && key.KeyType == KeyType.RANGE)
        && table.AttributeDefinitions.Exists(attribute => attribute.AttributeName == BranchKeyItemNames.Id && attribute.AttributeType == ScalarAttributeType.S)
        && table.AttributeDefinitions.Exists(attribute => attribute.AttributeName == BranchKeyItemNames.Type && attribute.AttributeType == ScalarAttributeType.S);
}
