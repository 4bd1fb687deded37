using System.CommandLine;
using System.CommandLine.Parsing;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>The options that say where DynamoDB and KMS are, if not at AWS.</summary>
internal static class EndpointOption
{
    public static Option<Uri?> DynamoDB() => Create("--dynamodb-endpoint", "Where DynamoDB is, if not at AWS.");

    public static Option<Uri?> Kms() => Create("--kms-endpoint", "Where KMS is, if not at AWS.");

    private static Option<Uri?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = static result =>
        {
            if (AwsEndpoints.TryParse(result.Tokens[0].Value) is { } url)
            {
                return url;
            }

            result.AddError($"{((OptionResult)result.Parent!).Option.Name} must be a URL that begins with http:// or https://.");
            return null;
        },
    };
}
