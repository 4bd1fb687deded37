using System.Security.Cryptography;
using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>CreateGrant, ListGrants, RevokeGrant and RetireGrant.</summary>
internal sealed class GrantOperations(KeyDirectory keys, KeyAccess access)
{
    public void AddTo(Dictionary<string, KmsOperation> operations)
    {
        operations.Add("CreateGrant", Create);
        operations.Add("ListGrants", List);
        operations.Add("RevokeGrant", (request, _) => Revoke(request));
        operations.Add("RetireGrant", (request, _) => Retire(request));
    }

    private void Create(KmsRequest request, Utf8JsonWriter answer)
    {
        var grant = Read(request);
        var key = access.Find(request);
        key.RequireEnabled();
        keys.Change(() =>
        {
            if (key.Grants.FirstOrDefault(grant.IsRepeatedBy) is { } first)
            {
                grant = first;
            }
            else
            {
                key.Grants = key.Grants.Add(grant);
            }
        });
        answer.WriteString("GrantId", grant.Id);
        answer.WriteString("GrantToken", grant.Token);
    }

    private void List(KmsRequest request, Utf8JsonWriter answer)
    {
        var id = request.Text("GrantId");
        var grantee = request.Text("GranteePrincipal");
        var key = access.Find(request);
        answer.WriteStartArray("Grants");
        foreach (var grant in key.Grants)
        {
            if ((id is null || id == grant.Id) && (grantee is null || grantee == grant.Grantee))
            {
                answer.WriteStartObject();
                GrantEntry.Write(answer, key, grant);
                answer.WriteEndObject();
            }
        }

        answer.WriteEndArray();
        answer.WriteBoolean("Truncated", false);
    }

    private void Revoke(KmsRequest request)
    {
        var key = access.Find(request);
        Remove(key, GrantOf(key, request.RequiredText("GrantId")));
    }

    // Who holds a grant, or may retire it, needs no permission of the key's policy.
    private void Retire(KmsRequest request)
    {
        var token = request.Text("GrantToken");
        var key = token is null
            ? keys.FindWithoutAlias(request.RequiredText("KeyId"), request.Region)
            : keys.Keys.FirstOrDefault(key => key.Arn.Region == request.Region && key.Grants.Any(grant => grant.Token == token))
                ?? throw new KmsServiceException("InvalidGrantTokenException", "The grant token is not valid.");
        KeyAccess.Note(request, key);
        var grant = token is null ? GrantOf(key, request.RequiredText("GrantId")) : key.Grants.First(grant => grant.Token == token);
        var caller = keys.ArnOf(request.Caller);
        var mayRetire = grant.RetiringPrincipal is { } principal && (principal == caller || principal == request.Caller);
        if (!mayRetire && !grant.Allows(request.Caller, caller, "RetireGrant", context: null))
        {
            access.Authorize(request, key, "RetireGrant");
        }

        Remove(key, grant);
    }

    private void Remove(KmsKey key, KmsGrant grant) => keys.Change(() => key.Grants = key.Grants.Remove(grant));

    private KmsGrant Read(KmsRequest request)
    {
        var operations = request.Texts("Operations");
        if (operations.Count == 0 || !operations.All(KeyPermissions.IsGrantable))
        {
            throw KmsServiceException.Validation("1 validation error detected: Value at 'operations' failed to satisfy constraint: Member must name at least one operation that this server can grant");
        }

        return new(
            RandomNumberGenerator.GetHexString(64, lowercase: true),
            RandomNumberGenerator.GetHexString(64, lowercase: true),
            request.Text("Name") ?? "",
            request.RequiredText("GranteePrincipal"),
            request.Text("RetiringPrincipal"),
            operations,
            ConstraintOf(request, "EncryptionContextSubset"),
            ConstraintOf(request, "EncryptionContextEquals"),
            keys.Time.GetUtcNow());
    }

    private static SortedDictionary<string, string>? ConstraintOf(KmsRequest request, string name)
        => request.Body.TryGetProperty("Constraints", out var constraints) && constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out _)
            ? KmsRequest.ContextOf(constraints, name)
            : null;

    private static KmsGrant GrantOf(KmsKey key, string id)
        => key.Grants.FirstOrDefault(grant => grant.Id == id) ?? throw KmsServiceException.NotFound($"Grant ID {id} not found");
}
