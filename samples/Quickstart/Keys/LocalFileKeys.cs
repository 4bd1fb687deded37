using Encrypted.Mapper;

namespace Quickstart.Keys;

/// <summary>A key file that lives as long as the sample.</summary>
internal sealed class LocalFileKeys : DemoKeys
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("encrypted-mapper-quickstart-");

    public override IReadOnlyList<(string Name, string Value)> Facts => [("Key", $"{KeyFile} (owner-only, deleted at the end)")];

    public override string WrappedUnder => "the local key";

    private string KeyFile => Path.Combine(_folder.FullName, "patients.key");

    public override void Configure(EncryptedDynamoBuilder dynamo) => dynamo.UseLocalKey(KeyFile);

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
