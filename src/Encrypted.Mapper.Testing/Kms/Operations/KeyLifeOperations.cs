using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>EnableKey, DisableKey, ScheduleKeyDeletion and CancelKeyDeletion.</summary>
internal sealed class KeyLifeOperations(KeyDirectory keys, KeyAccess access)
{
    private const int MinWindow = 7;
    private const int MaxWindow = 30;

    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("EnableKey", (request, _) => SetEnabled(request, enabled: true));
        operations.Add("DisableKey", (request, _) => SetEnabled(request, enabled: false));
        operations.Add("ScheduleKeyDeletion", ScheduleDeletion);
        operations.Add("CancelKeyDeletion", CancelDeletion);
    }

    private void SetEnabled(KmsRequest request, bool enabled)
    {
        var key = access.Find(request);
        keys.Change(() => key.SetEnabled(enabled));
    }

    private void ScheduleDeletion(KmsRequest request, Utf8JsonWriter answer)
    {
        var days = request.Number("PendingWindowInDays") ?? MaxWindow;
        if (days is < MinWindow or > MaxWindow)
        {
            throw KmsServiceException.Validation($"1 validation error detected: Value at 'pendingWindowInDays' failed to satisfy constraint: Member must be between {MinWindow} and {MaxWindow}");
        }

        var key = access.Find(request);
        var date = keys.Time.GetUtcNow().AddDays(days);
        keys.Change(() => key.ScheduleDeletion(date));
        answer.WriteNumber("DeletionDate", KeyMetadata.Seconds(date));
        answer.WriteString("KeyId", key.ArnText);
        answer.WriteString("KeyState", key.State.ToString());
        answer.WriteNumber("PendingWindowInDays", days);
    }

    private void CancelDeletion(KmsRequest request, Utf8JsonWriter answer)
    {
        var key = access.Find(request);
        keys.Change(key.CancelDeletion);
        answer.WriteString("KeyId", key.ArnText);
    }
}
