using Amazon.KeyManagementService;

namespace Encrypted.Mapper.Keys;

/// <summary>Supplies the AWS KMS client of a Region: a key's calls go to the Region that its ARN names. Thread-safe.</summary>
public interface IKmsClientSupplier
{
    /// <summary>Gets the client of a Region. It is asked for at each call, so it should be kept.</summary>
    /// <param name="region">The Region's system name, such as <c>eu-west-1</c>; empty for a key named without one (an alias or a bare id), which leaves the choice to the AWS SDK's configuration.</param>
    /// <returns>The client. The library doesn't dispose it.</returns>
    IAmazonKeyManagementService GetClient(string region);
}
