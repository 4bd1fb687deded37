using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The structure GrantListEntry: what ListGrants tells of a grant. Its token it doesn't.</summary>
internal static class GrantEntry
{
    public static void Write(Utf8JsonWriter answer, KmsKey key, KmsGrant grant)
    {
        answer.WriteNumber("CreationDate", KeyMetadata.Seconds(grant.Created));
        answer.WriteString("GrantId", grant.Id);
        answer.WriteString("GranteePrincipal", grant.Grantee);
        answer.WriteString("IssuingAccount", $"arn:aws:iam::{key.Arn.Account}:root");
        answer.WriteString("KeyId", key.ArnText);
        answer.WriteString("Name", grant.Name);
        answer.WriteStartArray("Operations");
        foreach (var operation in grant.Operations)
        {
            answer.WriteStringValue(operation);
        }

        answer.WriteEndArray();
        if (grant.RetiringPrincipal is not null)
        {
            answer.WriteString("RetiringPrincipal", grant.RetiringPrincipal);
        }

        if (grant.ContextSubset is not null || grant.ContextEquals is not null)
        {
            answer.WriteStartObject("Constraints");
            WriteContext(answer, "EncryptionContextSubset", grant.ContextSubset);
            WriteContext(answer, "EncryptionContextEquals", grant.ContextEquals);
            answer.WriteEndObject();
        }
    }

    private static void WriteContext(Utf8JsonWriter answer, string member, IReadOnlyDictionary<string, string>? context)
    {
        if (context is null)
        {
            return;
        }

        answer.WriteStartObject(member);
        foreach (var (name, value) in context)
        {
            answer.WriteString(name, value);
        }

        answer.WriteEndObject();
    }
}
