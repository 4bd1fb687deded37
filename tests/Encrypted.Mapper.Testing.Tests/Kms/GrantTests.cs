using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Microsoft.Extensions.Time.Testing;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class GrantTests : RunningKms
{
    private const string ServiceArn = "arn:aws:iam::111122223333:user/service";

    private IAmazonKeyManagementService _service = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _service = Kms.CreateClient("service");
        Kms.Restrict(Key).Allow("local", "*");
    }

    public override async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("service")]
    [InlineData(ServiceArn)]
    public async Task A_grant_allows_its_operations_to_its_grantee(string grantee)
    {
        await DeniedAsync(() => GenerateAsync(_service));

        await Client.CreateGrantAsync(new CreateGrantRequest { KeyId = Key, GranteePrincipal = grantee, Operations = ["GenerateDataKey"] }, Cancellation);

        await GenerateAsync(_service);
        await DeniedAsync(() => _service.DescribeKeyAsync(Key, Cancellation));
        using var other = Kms.CreateClient("other");
        await DeniedAsync(() => GenerateAsync(other));
    }

    [Fact]
    public async Task A_grant_may_ask_for_pairs_of_the_encryption_context()
    {
        await Client.CreateGrantAsync(
            new CreateGrantRequest { KeyId = Key, GranteePrincipal = "service", Operations = ["GenerateDataKey"], Constraints = new() { EncryptionContextSubset = new() { ["tenant"] = "a" } } },
            Cancellation);

        await GenerateAsync(_service, ("tenant", "a"), ("table", "Patients"));
        await DeniedAsync(() => GenerateAsync(_service, ("tenant", "b")));
        await DeniedAsync(() => GenerateAsync(_service));
    }

    [Fact]
    public async Task A_grant_may_ask_for_the_whole_encryption_context()
    {
        await Client.CreateGrantAsync(
            new CreateGrantRequest { KeyId = Key, GranteePrincipal = "service", Operations = ["GenerateDataKey"], Constraints = new() { EncryptionContextEquals = new() { ["tenant"] = "a" } } },
            Cancellation);

        await GenerateAsync(_service, ("tenant", "a"));
        await DeniedAsync(() => GenerateAsync(_service, ("tenant", "a"), ("table", "Patients")));
    }

    [Fact]
    public async Task A_revoked_grant_allows_nothing()
    {
        var grant = await Client.CreateGrantAsync(new CreateGrantRequest { KeyId = Key, GranteePrincipal = "service", Operations = ["GenerateDataKey"], Name = "n" }, Cancellation);
        var listed = Assert.Single((await Client.ListGrantsAsync(new ListGrantsRequest { KeyId = Key }, Cancellation)).Grants);
        Assert.Equal((grant.GrantId, "service", "n", Key), (listed.GrantId, listed.GranteePrincipal, listed.Name, listed.KeyId));

        await Client.RevokeGrantAsync(new RevokeGrantRequest { KeyId = Key, GrantId = grant.GrantId }, Cancellation);

        await DeniedAsync(() => GenerateAsync(_service));
        await Assert.ThrowsAsync<NotFoundException>(() => Client.RevokeGrantAsync(new RevokeGrantRequest { KeyId = Key, GrantId = grant.GrantId }, Cancellation));
    }

    [Fact]
    public async Task Whoever_may_retire_a_grant_needs_no_other_permission()
    {
        var grant = await Client.CreateGrantAsync(new CreateGrantRequest { KeyId = Key, GranteePrincipal = "service", RetiringPrincipal = "keeper", Operations = ["Decrypt"] }, Cancellation);
        using var keeper = Kms.CreateClient("keeper");
        var retirement = new RetireGrantRequest { GrantToken = grant.GrantToken };

        await DeniedAsync(() => _service.RetireGrantAsync(retirement, Cancellation));
        await keeper.RetireGrantAsync(retirement, Cancellation);

        Assert.Empty((await Client.ListGrantsAsync(new ListGrantsRequest { KeyId = Key }, Cancellation)).Grants ?? []);
    }

    [Fact]
    public async Task The_same_grant_under_the_same_name_is_one_grant()
    {
        var request = new CreateGrantRequest { KeyId = Key, GranteePrincipal = "service", Operations = ["Decrypt"], Name = "n" };

        var first = await Client.CreateGrantAsync(request, Cancellation);
        var second = await Client.CreateGrantAsync(request, Cancellation);

        Assert.Equal(first.GrantId, second.GrantId);
    }

    [Fact]
    public async Task A_young_grant_is_known_by_its_token_alone()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var kms = await LocalKms.StartAsync(new LocalKmsOptions { Time = time, GrantPropagation = TimeSpan.FromMinutes(5) }, Cancellation);
        var key = kms.CreateKey();
        kms.Restrict(key).Allow("local", "CreateGrant");
        using var admin = kms.CreateClient();
        using var service = kms.CreateClient("service");
        var grant = await admin.CreateGrantAsync(new CreateGrantRequest { KeyId = key, GranteePrincipal = "service", Operations = ["GenerateDataKey"] }, Cancellation);
        var request = new GenerateDataKeyRequest { KeyId = key, NumberOfBytes = 32 };

        await DeniedAsync(() => service.GenerateDataKeyAsync(request, Cancellation));
        await service.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = key, NumberOfBytes = 32, GrantTokens = [grant.GrantToken] }, Cancellation);
        time.Advance(TimeSpan.FromMinutes(5));
        await service.GenerateDataKeyAsync(request, Cancellation);
    }

    [Fact]
    public async Task A_token_of_no_grant_is_refused()
        => await Assert.ThrowsAsync<InvalidGrantTokenException>(() => Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32, GrantTokens = ["nonsense"] }, Cancellation));

    private Task<GenerateDataKeyResponse> GenerateAsync(IAmazonKeyManagementService client, params (string Name, string Value)[] context)
        => client.GenerateDataKeyAsync(
            new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32, EncryptionContext = context.ToDictionary(pair => pair.Name, pair => pair.Value) }, Cancellation);

    private static async Task DeniedAsync(Func<Task> call)
        => Assert.Equal("AccessDeniedException", (await Assert.ThrowsAnyAsync<AmazonKeyManagementServiceException>(call)).ErrorCode);
}
