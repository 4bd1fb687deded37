namespace Encrypted.Mapper.Keys;

/// <summary>Grant tokens as a configuration names them (keyrings, section 6.1). They go with every call.</summary>
internal static class KmsGrantTokens
{
    private const int MaxCount = 10;
    private const int MaxLength = 8192;

    /// <summary>Checks and copies the tokens. Null, which the AWS SDK takes for none, if there are none.</summary>
    /// <exception cref="ModelConfigurationException">There are more than 10, or one isn't 1 to 8,192 characters long.</exception>
    public static List<string>? FromConfiguration(IReadOnlyList<string>? grantTokens)
    {
        if (grantTokens is null || grantTokens.Count == 0)
        {
            return null;
        }

        var tokens = new List<string>(grantTokens);
        if (tokens.Count > MaxCount || tokens.Exists(token => token is null || token.Length is 0 or > MaxLength))
        {
            throw KmsErrors.GrantTokens();
        }

        return tokens;
    }
}
