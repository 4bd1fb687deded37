using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Saving;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>One item that a batch puts or deletes. It is encrypted once, so that every attempt sends the same bytes.</summary>
internal sealed class WriteEntry(EntityTable table, Dictionary<string, AttributeValue> key, PendingItem? put, object? entity) : BatchEntry(table, key)
{
    private Dictionary<string, AttributeValue>? _protectedItem;

    public bool IsDeletion => put is null;

    public async ValueTask ProtectAsync(CancellationToken cancellationToken)
    {
        if (put is not null)
        {
            _protectedItem = await put.EncryptAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public WriteRequest Request()
        => IsDeletion
            ? new WriteRequest(new DeleteRequest(Key))
            : new WriteRequest(new PutRequest(_protectedItem ?? throw new InvalidOperationException("The item must be protected before it is sent.")));

    /// <summary>No less than the bytes that the entry takes in a request.</summary>
    public long RequestSize() => Batches.RequestSize.Of(_protectedItem ?? Key);

    /// <summary>Keeps with the instance what is stored of it now.</summary>
    public void Remember()
    {
        if (entity is null)
        {
            return;
        }

        if (put is not null && Table.PreservesOnSave)
        {
            Table.Remember(entity, LoadedState.Of(Table, _protectedItem!).WithBaseline(put.Item), put.Unknown);
        }
        else
        {
            LoadedStates.Forget(entity, Table.Name, Key);
        }
    }
}
