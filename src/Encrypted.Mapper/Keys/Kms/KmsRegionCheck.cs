using Amazon.KeyManagementService;

namespace Encrypted.Mapper.Keys;

/// <summary>Refuses a client of another Region than it was asked for, where the client says which it is of.</summary>
internal sealed class KmsRegionCheck(IKmsClientSupplier clients) : IKmsClientSupplier
{
    /// <inheritdoc/>
    /// <exception cref="ModelConfigurationException">The client is one of another Region.</exception>
    public IAmazonKeyManagementService GetClient(string region)
    {
        var client = clients.GetClient(region) ?? throw KmsErrors.NoClient(region);
        var own = KmsClientSupplier.RegionOf(client);
        return own.Length == 0 || string.Equals(own, region, StringComparison.Ordinal) ? client : throw KmsErrors.ClientRegion(region, own);
    }
}
