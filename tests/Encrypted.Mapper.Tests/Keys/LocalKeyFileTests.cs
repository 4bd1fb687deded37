using System.Runtime.Versioning;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

[UnsupportedOSPlatform("windows")]
public sealed class LocalKeyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("encrypted-mapper");

    private string KeyPath => Path.Combine(_directory.FullName, "dev.key");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void The_file_is_created_with_owner_only_rights_and_nothing_else_is_left()
    {
        using var keyring = LocalKeyFile.OpenOrCreate(KeyPath);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyPath));
        Assert.Equal([KeyPath], Directory.GetFiles(_directory.FullName));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_have_rights_on_is_refused(UnixFileMode others)
    {
        LocalKeyFile.OpenOrCreate(KeyPath).Dispose();
        File.SetUnixFileMode(KeyPath, OwnerOnly | others);

        var error = Assert.Throws<KeyUnavailableException>(() => LocalKeyFile.OpenOrCreate(KeyPath));
        Assert.Equal("local-key-rights", error.Rule);
    }

    [Fact]
    public async Task An_item_written_before_is_read_after_the_file_is_opened_again()
    {
        using var first = LocalKeyFile.OpenOrCreate(KeyPath);
        var stored = await new ItemEncryptor(Items.Configuration, first).EncryptAsync(Items.Plain());
        using var second = LocalKeyFile.OpenOrCreate(KeyPath);

        var plain = await new ItemEncryptor(Items.Configuration, second).DecryptAsync(stored);
        Assert.Equal("078-05-1120", plain["Ssn"].S);
    }

    [Theory]
    [InlineData("")]
    [InlineData("encrypted-mapper local key 1\ntoo short")]
    [InlineData("a file of the length of a key file but with another title, so it is none....")]
    public void A_file_that_is_no_key_file_is_refused_and_kept(string content)
    {
        File.WriteAllText(KeyPath, content);
        File.SetUnixFileMode(KeyPath, OwnerOnly);

        var error = Assert.Throws<KeyUnavailableException>(() => LocalKeyFile.OpenOrCreate(KeyPath));
        Assert.Equal("local-key-format", error.Rule);
        Assert.Equal(content, File.ReadAllText(KeyPath));
    }

    [Fact]
    public void A_missing_directory_is_a_typed_error()
    {
        var error = Assert.Throws<KeyUnavailableException>(() => LocalKeyFile.OpenOrCreate(Path.Combine(_directory.FullName, "no", "dev.key")));
        Assert.Equal("local-key-file", error.Rule);
        Assert.IsType<DirectoryNotFoundException>(error.InnerException);
    }

    [Fact]
    public async Task Everybody_who_creates_the_file_at_once_gets_the_same_key()
    {
        var keyrings = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => LocalKeyFile.OpenOrCreate(KeyPath))));

        Assert.Single(keyrings.Select(keyring => keyring.Name).Distinct());
        Assert.Equal([KeyPath], Directory.GetFiles(_directory.FullName));
    }

    [Fact]
    public void Two_files_hold_two_keys()
    {
        using var first = LocalKeyFile.OpenOrCreate(KeyPath);
        using var second = LocalKeyFile.OpenOrCreate(KeyPath + "2");

        Assert.NotEqual(first.Name, second.Name);
        Assert.NotEqual(File.ReadAllBytes(KeyPath)[^32..], File.ReadAllBytes(KeyPath + "2")[^32..]);
    }
}
