using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A real client to which one of the calls that make keys is answered with another key's id.</summary>
internal sealed class MisnamingKms(LocalKms kms, int call, string? keyId)
    : AmazonKeyManagementServiceClient(new BasicAWSCredentials("local", "not-verified"), new AmazonKeyManagementServiceConfig { ServiceURL = kms.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" })
{
    private int _calls;

    public override async Task<GenerateDataKeyWithoutPlaintextResponse> GenerateDataKeyWithoutPlaintextAsync(GenerateDataKeyWithoutPlaintextRequest request, CancellationToken cancellationToken = default)
    {
        var response = await base.GenerateDataKeyWithoutPlaintextAsync(request, cancellationToken);
        if (++_calls == call)
        {
            response.KeyId = keyId;
        }

        return response;
    }
}
