namespace Encrypted.Mapper.Testing.Kms;

/// <summary>How operations come to a key: found and noted for the log.</summary>
internal sealed class KeyAccess(KeyDirectory keys)
{
    /// <summary>Finds the key that the request names, for an operation that asks for no more.</summary>
    public KmsKey Find(KmsRequest request, string member = "KeyId")
        => Note(request, keys.Find(request.RequiredText(member), request.Region));

    /// <summary>Finds the key for a use of its secret: it must be enabled.</summary>
    public KmsKey Use(KmsRequest request, string member = "KeyId")
    {
        var key = Find(request, member);
        key.RequireEnabled();
        return key;
    }

    /// <summary>Finds the symmetric key that a ciphertext names, and holds it against the one that the request names, if it does.</summary>
    public KmsKey UseSealer(KmsRequest request, ReadOnlySpan<byte> blob, string member)
    {
        var named = request.Text(member) is { Length: > 0 } keyId ? keys.Find(keyId, request.Region) : null;
        if (named is not null)
        {
            Note(request, named);
            named.RequireEnabled();
        }

        var (owner, id) = CiphertextBlob.KeyOf(blob);
        if (named is not null && (named.Arn.Account != owner || named.Arn.Id != id))
        {
            throw new KmsServiceException("IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.");
        }

        var key = named ?? Note(request, keys.FindSealer(blob, request.Region));
        key.RequireEnabled();
        return key;
    }

    private static KmsKey Note(KmsRequest request, KmsKey key)
    {
        request.KeyArns.Insert(0, key.ArnText);
        return key;
    }
}
