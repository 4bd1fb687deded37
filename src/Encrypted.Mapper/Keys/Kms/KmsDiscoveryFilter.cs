namespace Encrypted.Mapper.Keys;

/// <summary>Whose AWS KMS keys a stored item may name (keyrings, section 6.3). Without it whoever can write the table could have a reader call keys of an account of theirs.</summary>
public sealed class KmsDiscoveryFilter
{
    private readonly string[] _accountIds;

    /// <summary>Creates a filter.</summary>
    /// <param name="partition">The partition: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>.</param>
    /// <param name="accountIds">The ids of the accounts, at least one.</param>
    /// <exception cref="ModelConfigurationException">The partition or an account is blank, or there is no account.</exception>
    public KmsDiscoveryFilter(string partition, params string[] accountIds)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(accountIds);
        _accountIds = [.. accountIds];
        if (string.IsNullOrWhiteSpace(partition) || _accountIds.Length == 0 || Array.Exists(_accountIds, string.IsNullOrWhiteSpace))
        {
            throw KmsErrors.DiscoveryFilter();
        }

        Partition = partition;
    }

    /// <summary>The partition.</summary>
    public string Partition { get; }

    /// <summary>The ids of the accounts.</summary>
    public IReadOnlyList<string> AccountIds => _accountIds;

    internal bool Allows(KmsKeyIdentifier key)
        => string.Equals(key.Partition, Partition, StringComparison.Ordinal) && Array.IndexOf(_accountIds, key.Account) >= 0;
}
