namespace Encrypted.Mapper.Testing.Kms;

/// <summary>A key's or alias's ARN, or what is left of one: callers may name keys by id or alias alone.</summary>
internal readonly record struct KeyArn(string Region, string Account, string Resource)
{
    private const string Partition = "aws";

    /// <summary>The id of a key, without the <c>key/</c> before it.</summary>
    public string Id => Resource["key/".Length..];

    public bool IsAlias => Resource.StartsWith("alias/", StringComparison.Ordinal);

    public override string ToString() => $"arn:{Partition}:kms:{Region}:{Account}:{Resource}";

    /// <summary>Reads what a request names a key by. What isn't an ARN stands in the request's Region and the caller's account.</summary>
    public static KeyArn Parse(string text, string region, string account)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return new(region, account, text.StartsWith("alias/", StringComparison.Ordinal) ? text : $"key/{text}");
        }

        // A Region's endpoint knows its own keys alone.
        var arn = Parse(text);
        return arn.Region == region ? arn : throw KmsServiceException.NotFound($"Invalid arn {arn.Region}");
    }

    /// <summary>Reads an ARN of a key or alias.</summary>
    public static KeyArn Parse(string text)
    {
        var parts = text.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" && parts[1] == Partition && parts[2] == "kms" && IsResource(parts[5])
            ? new(parts[3], parts[4], parts[5])
            : throw new KmsServiceException("InvalidArnException", $"Invalid arn {text}");
    }

    private static bool IsResource(string text)
        => (text.StartsWith("key/", StringComparison.Ordinal) && text.Length > "key/".Length) || text.StartsWith("alias/", StringComparison.Ordinal);
}
