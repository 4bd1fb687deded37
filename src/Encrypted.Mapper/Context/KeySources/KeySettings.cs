using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>What a builder says of the services that keys come from.</summary>
internal sealed class KeySettings
{
    /// <summary>Supplies the KMS clients; by default those of the container, and the AWS SDK's own for Regions that it has none for.</summary>
    public Func<IServiceProvider, IKmsClientSupplier>? KmsClients { get; set; }

    public List<string> GrantTokens { get; } = [];

    public BranchKeyCacheOptions BranchKeyCache { get; } = new();
}
