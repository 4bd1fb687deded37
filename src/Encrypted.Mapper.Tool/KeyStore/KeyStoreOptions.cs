using System.CommandLine;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>The options that say which key store a command works on, and where it is.</summary>
internal sealed class KeyStoreOptions
{
    private readonly Option<string> _table = new("--table") { Description = "The key store's table: its name or ARN.", Required = true, HelpName = "NAME" };
    private readonly Option<string?> _logicalName = new("--logical-name") { Description = "The logical name that KMS binds into every key. Default: the table's name.", HelpName = "NAME" };
    private readonly Option<string?> _region = new("--region") { Description = "The Region whose DynamoDB has the table; KMS is called in the Region of its key. Default: that of the table's ARN, else of the AWS configuration, else of the KMS key.", HelpName = "REGION" };
    private readonly Option<Uri?> _dynamoDB = EndpointOption.DynamoDB();
    private readonly Option<Uri?> _kms = EndpointOption.Kms();
    private readonly Option<string>? _kmsKey;
    private readonly Option<bool> _mrk = new("--mrk") { Description = "The KMS key is a multi-Region key, whose replicas protect keys too." };

    /// <param name="needsKmsKey">Whether the command makes keys, or a table for them.</param>
    public KeyStoreOptions(bool needsKmsKey)
    {
        if (needsKmsKey)
        {
            _kmsKey = new("--kms-key") { Description = "The ARN of the symmetric KMS key that protects the branch keys.", Required = true, HelpName = "ARN" };
        }
    }

    public void AddTo(Command command)
    {
        command.Add(_table);
        command.Add(_logicalName);
        if (_kmsKey is not null)
        {
            command.Add(_kmsKey);
            command.Add(_mrk);
            command.Add(_kms);
        }

        command.Add(_region);
        command.Add(_dynamoDB);
    }

    /// <summary>The key store's configuration.</summary>
    /// <exception cref="ModelConfigurationException">The KMS key isn't named by its ARN.</exception>
    public BranchKeyStoreConfiguration Read(ParseResult parsed) => new()
    {
        TableName = parsed.GetRequiredValue(_table),
        LogicalName = parsed.GetValue(_logicalName),
        Kms = _kmsKey is null ? s_none
            : parsed.GetValue(_mrk) ? BranchKeyStoreKms.MultiRegionKey(parsed.GetRequiredValue(_kmsKey))
            : BranchKeyStoreKms.Key(parsed.GetRequiredValue(_kmsKey)),
    };

    /// <summary>Where its services are.</summary>
    public AwsEndpoints ReadEndpoints(ParseResult parsed)
        => new(parsed.GetValue(_region), parsed.GetValue(_dynamoDB), _kmsKey is null ? null : parsed.GetValue(_kms));

    // What shows a key store doesn't call KMS. Should it ever, this lets no key be called.
    private static readonly BranchKeyStoreKms s_none = BranchKeyStoreKms.Discovery(new KmsDiscoveryFilter("none", "none"));
}
