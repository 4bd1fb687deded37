using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>CreateAlias, UpdateAlias, DeleteAlias and ListAliases.</summary>
internal sealed class AliasOperations(KeyDirectory keys, KeyAccess access)
{
    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("CreateAlias", (request, _) => Point(request, keys.Aliases.Create));
        operations.Add("UpdateAlias", (request, _) => Point(request, keys.Aliases.Update));
        operations.Add("DeleteAlias", (request, _) => Delete(request));
        operations.Add("ListAliases", List);
    }

    private void Point(KmsRequest request, Action<KeyArn, KmsKey, DateTimeOffset> change)
    {
        var alias = AliasOf(request);
        var key = KeyAccess.Note(request, keys.FindWithoutAlias(request.RequiredText("TargetKeyId"), request.Region));
        access.Authorize(request, key, request.Operation);
        key.RequireNotPendingDeletion();
        keys.Change(() => change(alias, key, keys.Time.GetUtcNow()));
    }

    private void Delete(KmsRequest request)
    {
        var alias = AliasOf(request);
        var target = keys.Aliases.Find(alias).Target;
        if (keys.Keys.FirstOrDefault(key => key.Arn == target) is { } found)
        {
            access.Authorize(request, KeyAccess.Note(request, found), request.Operation);
        }

        keys.Change(() => keys.Aliases.Delete(alias));
    }

    private void List(KmsRequest request, Utf8JsonWriter answer)
    {
        var only = request.Text("KeyId") is { Length: > 0 } keyId ? keys.FindWithoutAlias(keyId, request.Region) : null;
        answer.WriteStartArray("Aliases");
        foreach (var alias in keys.Aliases.All)
        {
            if (alias.Arn.Region == request.Region && (only is null || only.Arn == alias.Target))
            {
                answer.WriteStartObject();
                answer.WriteString("AliasArn", alias.Arn.ToString());
                answer.WriteString("AliasName", alias.Arn.Resource);
                answer.WriteNumber("CreationDate", KeyMetadata.Seconds(alias.Created));
                answer.WriteNumber("LastUpdatedDate", KeyMetadata.Seconds(alias.Updated));
                answer.WriteString("TargetKeyId", alias.Target.Id);
                answer.WriteEndObject();
            }
        }

        answer.WriteEndArray();
        answer.WriteBoolean("Truncated", false);
    }

    private KeyArn AliasOf(KmsRequest request) => new(request.Region, keys.Account, request.RequiredText("AliasName"));
}
