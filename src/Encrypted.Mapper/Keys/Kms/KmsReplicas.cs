namespace Encrypted.Mapper.Keys;

/// <summary>The rule for several multi-Region keys (keyrings, section 9).</summary>
internal static class KmsReplicas
{
    /// <summary>Checks that no two keys are replicas of one: the item would be wrapped twice with the same key.</summary>
    /// <exception cref="ModelConfigurationException">An identifier isn't one of a KMS key, or two are replicas.</exception>
    public static void Refuse(IReadOnlyList<string> keyIds)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keyId in keyIds)
        {
            if (KmsKeyIdentifier.FromConfiguration(keyId) is { IsMultiRegion: true } key && !seen.Add(key.Value))
            {
                throw KmsErrors.Replicas();
            }
        }
    }
}
