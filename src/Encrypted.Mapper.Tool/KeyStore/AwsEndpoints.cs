namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>Where the AWS services are. What is null is left to the AWS SDK.</summary>
/// <param name="Region">The Region of the table.</param>
/// <param name="DynamoDB">The URL of DynamoDB.</param>
/// <param name="Kms">The URL of KMS.</param>
internal sealed record AwsEndpoints(string? Region, Uri? DynamoDB, Uri? Kms)
{
    public static Uri? TryParse(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
