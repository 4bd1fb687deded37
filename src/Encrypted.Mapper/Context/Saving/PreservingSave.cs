using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>Saves one instance of an entity with unsigned members or extension data (S8).</summary>
/// <param name="writes">Sends the requests.</param>
/// <param name="table">The table.</param>
/// <param name="pending">The item to be written.</param>
/// <param name="loaded">What the instance was loaded from, if it was.</param>
/// <param name="maxAttempts">How often the item is encrypted and sent at most.</param>
internal sealed class PreservingSave(ConditionalWrites writes, EntityTable table, PendingItem pending, LoadedState? loaded, int maxAttempts)
{
    private readonly UnsignedChanges _changes = UnsignedChanges.Of(table, pending.Item, loaded);

    /// <summary>Writes the item.</summary>
    /// <returns>The item as it is known to be stored now: unsigned attributes that were left alone may differ.</returns>
    /// <exception cref="ConditionalCheckFailedException">Another writer came first, or the caller's condition doesn't hold.</exception>
    /// <exception cref="ItemVerificationException">The instance wasn't loaded, and the item that exists can't be verified.</exception>
    public async Task<LoadedState> RunAsync(CancellationToken cancellationToken)
    {
        var replaced = loaded;
        for (var attempt = 1; ; attempt++)
        {
            var protectedItem = await pending.EncryptAsync(cancellationToken).ConfigureAwait(false);
            var (outcome, isWhole) = await WriteAsync(protectedItem, replaced, cancellationToken).ConfigureAwait(false);
            if (outcome.Succeeded)
            {
                return After(protectedItem, replaced);
            }

            replaced = attempt < maxAttempts ? await NextAsync(outcome, replaced, isWhole, cancellationToken).ConfigureAwait(false) : null;
            if (replaced is null)
            {
                outcome.ThrowIfFailed();
            }
        }
    }

    /// <summary>Sends one writing of the item. The second result tells whether it had to be sent whole.</summary>
    private async Task<(WriteOutcome Outcome, bool IsWhole)> WriteAsync(Dictionary<string, AttributeValue> protectedItem, LoadedState? replaced, CancellationToken cancellationToken)
    {
        var request = new PreservingRequest(table, pending, _changes, replaced, joinsChanges: false);
        var footer = StoredFooter.Of(protectedItem);
        return request.TryUpdate(protectedItem) is { } update
            ? (await writes.SendAsync(update, footer, cancellationToken).ConfigureAwait(false), false)
            : (await writes.SendAsync(request.Put(protectedItem), footer, cancellationToken).ConfigureAwait(false), true);
    }

    /// <summary>What the next attempt replaces; <see langword="null"/> when the failure is the caller's to know.</summary>
    private async ValueTask<LoadedState?> NextAsync(WriteOutcome outcome, LoadedState? replaced, bool isWhole, CancellationToken cancellationToken)
    {
        if (outcome.Stored is not { } stored)
        {
            return null;
        }

        if (replaced is not null && StoredFooter.IsSame(replaced.Footer, stored))
        {
            // A whole item also depends on unsigned values. Those may change at any time, and are taken over.
            var refreshed = replaced.WithUnsigned(stored);
            return isWhole && UnsignedDiffer(replaced, refreshed) ? refreshed : null;
        }

        if (loaded is not null)
        {
            return null;
        }

        var verified = await table.VerifyAsync(stored, pending.Key, cancellationToken).ConfigureAwait(false);
        pending.SetUnknown(verified.Unknown);
        return LoadedState.Of(table, stored);
    }

    private static bool UnsignedDiffer(LoadedState before, LoadedState now)
    {
        foreach (var name in before.Attributes.Unsigned)
        {
            if (!ValueEquality.AreSame(before.Unsigned.GetValueOrDefault(name), now.Unsigned.GetValueOrDefault(name)))
            {
                return true;
            }
        }

        return false;
    }

    private LoadedState After(Dictionary<string, AttributeValue> protectedItem, LoadedState? replaced)
    {
        var stored = new Dictionary<string, AttributeValue>(protectedItem);
        foreach (var (name, value) in replaced?.Unsigned ?? [])
        {
            if (!_changes.Contains(name))
            {
                stored[name] = value;
            }
        }

        return LoadedState.Of(table, stored);
    }
}
