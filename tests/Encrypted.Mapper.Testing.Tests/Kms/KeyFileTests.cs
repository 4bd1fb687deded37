using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-kms-").FullName;

    private string KeyFile => Path.Combine(_folder, "keys.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keys_aliases_states_and_grants_outlive_the_server()
    {
        string symmetric, replica, rsa, disabled, publicKey;
        MemoryStream blob;
        await using (var kms = await StartAsync())
        {
            symmetric = kms.CreateKey(multiRegion: true);
            replica = kms.ReplicateKey(symmetric, "us-east-1");
            rsa = kms.CreateKey(LocalKmsKeySpec.Rsa2048);
            publicKey = kms.PublicKeyPem(rsa);
            disabled = kms.CreateKey();
            kms.CreateAlias("alias/patients", symmetric);
            using var client = kms.CreateClient();
            await client.DisableKeyAsync(disabled, Cancellation);
            await client.CreateGrantAsync(new CreateGrantRequest { KeyId = symmetric, GranteePrincipal = "service", Operations = ["Decrypt"], Name = "n", Constraints = new() { EncryptionContextSubset = new() { ["tenant"] = "a" } } }, Cancellation);
            blob = (await client.EncryptAsync(new EncryptRequest { KeyId = "alias/patients", Plaintext = new MemoryStream([1, 2]) }, Cancellation)).CiphertextBlob;
        }

        await using var again = await StartAsync();
        using var here = again.CreateClient();
        using var elsewhere = again.CreateClient(region: "us-east-1");

        Assert.Equal([1, 2], (await elsewhere.DecryptAsync(new DecryptRequest { CiphertextBlob = blob }, Cancellation)).Plaintext.ToArray());
        Assert.Equal(symmetric, (await here.DescribeKeyAsync("alias/patients", Cancellation)).KeyMetadata.Arn);
        Assert.Equal(replica, Assert.Single((await here.DescribeKeyAsync(symmetric, Cancellation)).KeyMetadata.MultiRegionConfiguration.ReplicaKeys).Arn);
        Assert.Equal(publicKey, again.PublicKeyPem(rsa));
        await Assert.ThrowsAsync<DisabledException>(() => here.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = disabled, NumberOfBytes = 32 }, Cancellation));
        var grant = Assert.Single((await here.ListGrantsAsync(new ListGrantsRequest { KeyId = symmetric }, Cancellation)).Grants);
        Assert.Equal(("service", "n", "a"), (grant.GranteePrincipal, grant.Name, grant.Constraints.EncryptionContextSubset["tenant"]));
        Assert.Equal(new[] { symmetric, replica, rsa, disabled }.Order(), again.KeyArns.Order());
    }

    [Fact]
    public async Task Only_its_owner_has_rights_on_the_file()
    {
        await using var kms = await StartAsync();
        kms.CreateKey();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task A_file_that_others_may_read_is_refused()
    {
        await using (var kms = await StartAsync())
        {
            kms.CreateKey();
        }

        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.Contains(KeyFile, (await Assert.ThrowsAsync<IOException>(StartAsync)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"version":2,"secrets":[],"keys":[],"aliases":[]}""")]
    [InlineData("""{"version":1,"secrets":[],"keys":[{"arn":"x"}],"aliases":[]}""")]
    public async Task A_file_of_something_else_is_refused(string content)
    {
        await File.WriteAllTextAsync(KeyFile, content, Cancellation);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await Assert.ThrowsAsync<InvalidDataException>(StartAsync);
        Assert.Equal(content, await File.ReadAllTextAsync(KeyFile, Cancellation));
    }

    [Fact]
    public async Task Two_servers_do_not_share_a_file()
    {
        await using var kms = await StartAsync();

        await Assert.ThrowsAsync<IOException>(StartAsync);
    }

    [Fact]
    public async Task A_change_leaves_no_other_files_behind()
    {
        await using (var kms = await StartAsync())
        {
            kms.Disable(kms.CreateKey());
        }

        Assert.Equal(["keys.json", "keys.json.lock"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    private Task<LocalKms> StartAsync() => LocalKms.StartAsync(new LocalKmsOptions { KeyFile = KeyFile }, Cancellation);
}
