using System.Buffers;
using System.Text;

namespace Encrypted.Mapper.Keys;

/// <summary>What names an AWS KMS key or alias: an ARN, or a text that the service completes in its own account and Region (keyrings, section 6.1).</summary>
internal sealed class KmsKeyIdentifier
{
    private const string ArnPrefix = "arn:";
    private const string Service = "kms";
    private const string MultiRegionPrefix = "mrk-";
    private const int ArnParts = 6;
    private const int RegionPart = 3;
    private const int MaxLength = 2048;
    private const int MaxRegionLength = 63;

    private static readonly SearchValues<byte> s_arnCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/:"u8);

    private static readonly SearchValues<char> s_regionCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private KmsKeyIdentifier(string text, string partition, string region, string account, bool isAlias, string value)
    {
        Text = text;
        Partition = partition;
        Region = region;
        Account = account;
        IsAlias = isAlias;
        Value = value;
    }

    /// <summary>The identifier as it was given.</summary>
    public string Text { get; }

    /// <summary>Empty for an identifier that is no ARN.</summary>
    public string Partition { get; }

    /// <summary>Empty for an identifier that is no ARN: the AWS SDK's own configuration then decides.</summary>
    public string Region { get; }

    /// <summary>Empty for an identifier that is no ARN.</summary>
    public string Account { get; }

    public bool IsAlias { get; }

    /// <summary>The key's id, or the alias without <c>alias/</c>.</summary>
    public string Value { get; }

    public bool IsArn => Partition.Length > 0;

    /// <summary>Whether this is the ARN of a key, which alone names one key for ever: an alias can be pointed to another.</summary>
    public bool IsKeyArn => IsArn && !IsAlias;

    /// <summary>Whether this is a multi-Region key: one key with replicas, whose ARNs differ in the Region.</summary>
    public bool IsMultiRegion => !IsAlias && Value.StartsWith(MultiRegionPrefix, StringComparison.Ordinal);

    /// <summary>Checks an identifier that a configuration names.</summary>
    /// <exception cref="ModelConfigurationException">It can't be one.</exception>
    public static KmsKeyIdentifier FromConfiguration(string keyId)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        return Parse(keyId) ?? throw KmsErrors.KeyId();
    }

    /// <summary>Checks a key's ARN that a configuration names.</summary>
    /// <exception cref="ModelConfigurationException">It is no ARN of a key.</exception>
    public static KmsKeyIdentifier KeyArnFromConfiguration(string keyArn)
    {
        ArgumentNullException.ThrowIfNull(keyArn);
        return Parse(keyArn) is { IsKeyArn: true } identifier ? identifier : throw KmsErrors.KeyArn();
    }

    /// <summary>Parses an identifier of 1 to 2,048 ASCII characters, or returns null.</summary>
    public static KmsKeyIdentifier? Parse(string text)
    {
        if (text.Length is 0 or > MaxLength || !Ascii.IsValid(text))
        {
            return null;
        }

        return text.StartsWith(ArnPrefix, StringComparison.Ordinal) ? ParseArn(text) : ParseRaw(text);
    }

    /// <summary>
    /// Parses the ARN of a key that a stored item names, or returns null. Nobody has verified it yet, so that characters which no
    /// ARN of a key has are refused here: it may stand in messages and requests.
    /// </summary>
    public static KmsKeyIdentifier? ParseStored(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength || utf8.ContainsAnyExcept(s_arnCharacters))
        {
            return null;
        }

        return Parse(Encoding.ASCII.GetString(utf8)) is { IsKeyArn: true } identifier ? identifier : null;
    }

    /// <summary>Whether a stored key can be read with this one: the same text, or a replica of the same multi-Region key.</summary>
    public bool MatchesReplica(KmsKeyIdentifier stored)
        => string.Equals(Text, stored.Text, StringComparison.Ordinal)
        || (IsKeyArn && stored.IsKeyArn && IsMultiRegion && stored.IsMultiRegion
            && string.Equals(Partition, stored.Partition, StringComparison.Ordinal)
            && string.Equals(Account, stored.Account, StringComparison.Ordinal)
            && string.Equals(Value, stored.Value, StringComparison.Ordinal));

    /// <summary>The ARN with another Region: that of the replica there.</summary>
    public string WithRegion(string region)
    {
        var parts = Text.Split(':');
        parts[RegionPart] = region;
        return string.Join(':', parts);
    }

    private static KmsKeyIdentifier? ParseArn(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != ArnParts || parts[1].Length == 0 || parts[2] != Service || !IsRegion(parts[RegionPart]) || parts[4].Length == 0)
        {
            return null;
        }

        var slash = parts[5].IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == parts[5].Length - 1 || parts[5].AsSpan(0, slash) is not ("key" or "alias"))
        {
            return null;
        }

        return new(text, parts[1], parts[RegionPart], parts[4], isAlias: parts[5][0] == 'a', parts[5][(slash + 1)..]);
    }

    // It becomes part of the name of the host that is called, and under discovery it is a stored item's word: with a '/' in it
    // somebody else's host would answer.
    private static bool IsRegion(string text)
        => text.Length is > 0 and <= MaxRegionLength && text[0] != '-' && text[^1] != '-' && !text.AsSpan().ContainsAnyExcept(s_regionCharacters);

    private static KmsKeyIdentifier? ParseRaw(string text)
    {
        const string AliasPrefix = "alias/";
        if (text.StartsWith(AliasPrefix, StringComparison.Ordinal))
        {
            return text.Length == AliasPrefix.Length ? null : new(text, "", "", "", isAlias: true, text[AliasPrefix.Length..]);
        }

        return text.StartsWith("key/", StringComparison.Ordinal) ? null : new(text, "", "", "", isAlias: false, text);
    }
}
