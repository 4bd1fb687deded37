namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Who calls, in which Region: read from the credential scope of a SigV4 signature, which isn't verified.</summary>
internal readonly record struct CallerIdentity(string Name, string Region)
{
    /// <summary>Reads <c>AWS4-HMAC-SHA256 Credential=caller/20260101/eu-west-1/kms/aws4_request, …</c>.</summary>
    public static CallerIdentity Read(string? authorization)
    {
        const string Scheme = "AWS4-HMAC-SHA256 ";
        const string Member = "Credential=";
        if (string.IsNullOrEmpty(authorization))
        {
            throw new KmsServiceException("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        if (authorization.StartsWith(Scheme, StringComparison.Ordinal))
        {
            foreach (var part in authorization[Scheme.Length..].Split(',', StringSplitOptions.TrimEntries))
            {
                if (part.StartsWith(Member, StringComparison.Ordinal) && part[Member.Length..].Split('/') is [{ Length: > 0 } name, _, { Length: > 0 } region, "kms", "aws4_request"])
                {
                    return new(name, region);
                }
            }
        }

        throw new KmsServiceException("IncompleteSignatureException", "Authorization header requires 'Credential' parameter with a scope for kms.");
    }
}
