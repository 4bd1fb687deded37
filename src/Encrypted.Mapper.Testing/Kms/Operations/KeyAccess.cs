namespace Encrypted.Mapper.Testing.Kms;

/// <summary>How operations come to a key: found, noted for the log, the caller's permission and the key's state checked.</summary>
internal sealed class KeyAccess(KeyDirectory keys, TimeSpan grantPropagation)
{
    /// <summary>Finds the key that the request names, for an operation that takes no alias.</summary>
    public KmsKey Find(KmsRequest request)
    {
        var key = Note(request, keys.FindWithoutAlias(request.RequiredText("KeyId"), request.Region));
        Authorize(request, key, request.Operation);
        return key;
    }

    /// <summary>Finds the key that the request names, by alias too.</summary>
    public KmsKey FindByAnyName(KmsRequest request)
    {
        var key = Note(request, keys.Find(request.RequiredText("KeyId"), request.Region));
        Authorize(request, key, request.Operation);
        return key;
    }

    /// <summary>Finds the key for a use of its secret: it must be enabled.</summary>
    public KmsKey Use(KmsRequest request, IReadOnlyDictionary<string, string> context, string member = "KeyId", string? permission = null)
    {
        var key = Note(request, keys.Find(request.RequiredText(member), request.Region));
        Authorize(request, key, permission ?? request.Operation, context);
        key.RequireEnabled();
        return key;
    }

    /// <summary>Finds the symmetric key that a ciphertext names, and holds it against the one that the request names, if it does.</summary>
    public KmsKey UseSealer(KmsRequest request, ReadOnlySpan<byte> blob, IReadOnlyDictionary<string, string> context, string member, string permission)
    {
        if (request.Text(member) is not { Length: > 0 })
        {
            var sealer = Note(request, keys.FindSealer(blob, request.Region));
            Authorize(request, sealer, permission, context);
            sealer.RequireEnabled();
            return sealer;
        }

        var key = Use(request, context, member, permission);
        if (!key.Material.IsSymmetric)
        {
            throw KmsServiceException.WrongUsage(key.ArnText, request.Operation);
        }

        var (owner, id) = CiphertextBlob.KeyOf(blob);
        return key.Arn.Account == owner && key.Arn.Id == id
            ? key
            : throw new KmsServiceException("IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    /// <summary>Checks the caller's permission on the key, by its policy or by a grant.</summary>
    public void Authorize(KmsRequest request, KmsKey key, string permission, IReadOnlyDictionary<string, string>? context = null)
    {
        var tokens = request.GrantTokens();
        foreach (var token in tokens)
        {
            if (!keys.Keys.Any(other => other.Grants.Any(grant => grant.Token == token)))
            {
                throw new KmsServiceException("InvalidGrantTokenException", "The grant token is not valid.");
            }
        }

        var callerArn = keys.ArnOf(request.Caller);
        if (key.Policy is { } policy && !policy.Allows(request.Caller, permission) && !key.Grants.Any(IsGranted))
        {
            throw new KmsServiceException("AccessDeniedException", $"User: {callerArn} is not authorized to perform: kms:{permission} on resource: {key.ArnText}");
        }

        // A young grant is known where it was made: elsewhere its token tells of it.
        bool IsGranted(KmsGrant grant)
            => grant.Allows(request.Caller, callerArn, permission, context)
                && (keys.Time.GetUtcNow() - grant.Created >= grantPropagation || tokens.Contains(grant.Token));
    }

    public static KmsKey Note(KmsRequest request, KmsKey key)
    {
        request.KeyArns.Insert(0, key.ArnText);
        return key;
    }
}
