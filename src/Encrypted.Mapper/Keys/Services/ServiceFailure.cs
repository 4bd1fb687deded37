using System.Buffers;
using System.Globalization;
using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Keys;

/// <summary>What AWS KMS and DynamoDB have in common when they refuse.</summary>
internal static class ServiceFailure
{
    private static readonly SearchValues<char> s_nameCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.");

    /// <summary>Whether the caller may not do this, or isn't known: missing permissions as well as credentials that are wrong or expired.</summary>
    public static bool IsDenied(AmazonServiceException error) => error.ErrorCode is
        "AccessDeniedException" or "AccessDenied" or "NotAuthorized" or "OptInRequired"
        or "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch"
        or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "IncompleteSignature"
        or "ExpiredToken" or "ExpiredTokenException" or "RequestExpired";

    /// <summary>Whether there were too many calls, also after the AWS SDK's own repetitions.</summary>
    public static bool IsThrottled(AmazonServiceException error) => error switch
    {
        TransactionCanceledException cancelled => cancelled.CancellationReasons?.Exists(static reason => reason.Code is "ThrottlingError" or "ProvisionedThroughputExceeded") == true,
        { StatusCode: HttpStatusCode.TooManyRequests } => true,
        _ => error.ErrorCode is
            "ThrottlingException" or "Throttling" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException"
            or "RequestLimitExceeded" or "TooManyRequestsException" or "SlowDown" or "ProvisionedThroughputExceededException",
    };

    /// <summary>The outcome of an attempt: an error code, a status, or the exception's type. Nothing of what the service said beside it.</summary>
    public static string OutcomeOf(Exception error) => error switch
    {
        AmazonServiceException service when IsName(service.ErrorCode) => service.ErrorCode,
        AmazonServiceException service when service.StatusCode != 0 => string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)service.StatusCode}"),
        OperationCanceledException or TimeoutException => "no answer in time",
        _ => error.GetType().Name,
    };

    // An error code is the answering server's word, and stands in messages.
    private static bool IsName(string? code)
        => code is { Length: > 0 and <= 128 } && !code.AsSpan().ContainsAnyExcept(s_nameCharacters);
}
