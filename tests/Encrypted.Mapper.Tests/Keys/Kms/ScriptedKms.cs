using Amazon;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>A client that answers as it is told, without a network.</summary>
internal sealed class ScriptedKms() : AmazonKeyManagementServiceClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1), IKmsClientSupplier
{
    public const string Key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd";

    public List<AmazonKeyManagementServiceRequest> Requests { get; } = [];

    public List<string> Regions { get; } = [];

    public Func<GenerateDataKeyRequest, GenerateDataKeyResponse?> OnGenerate { get; set; } = _ => new()
    {
        KeyId = Key,
        Plaintext = new(Enumerable.Repeat((byte)7, 32).ToArray()),
        CiphertextBlob = new([1, 2, 3]),
    };

    public Func<DecryptRequest, DecryptResponse?> OnDecrypt { get; set; } = request => new()
    {
        KeyId = request.KeyId,
        Plaintext = new(Enumerable.Repeat((byte)7, 32).ToArray()),
    };

    public IAmazonKeyManagementService GetClient(string region)
    {
        Regions.Add(region);
        return this;
    }

    public override Task<GenerateDataKeyResponse> GenerateDataKeyAsync(GenerateDataKeyRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return Task.FromResult(OnGenerate(request)!);
    }

    public override Task<DecryptResponse> DecryptAsync(DecryptRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return Task.FromResult(OnDecrypt(request)!);
    }
}
