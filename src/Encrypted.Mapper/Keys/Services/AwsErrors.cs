using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace Encrypted.Mapper.Keys;

/// <summary>What the exceptions of the AWS SDK's clients say, whichever service was called.</summary>
internal static class AwsErrors
{
    private static readonly SearchValues<char> s_nameCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.");

    /// <summary>Whether the service answered. The SDK wraps failures of the transport in some versions and places, and not in others.</summary>
    public static bool IsAnswer(AmazonServiceException error) => !string.IsNullOrEmpty(error.ErrorCode) || error.StatusCode != 0;

    /// <summary>Whether a policy doesn't allow the call, or the credentials aren't accepted.</summary>
    public static bool IsDenied(AmazonServiceException error)
        => error.ErrorCode is "AccessDeniedException" or "AccessDenied" or "NotAuthorized" or "OptInRequired"
            or "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch"
            or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "IncompleteSignature" or "IncompleteSignatureException"
            or "ExpiredToken" or "ExpiredTokenException" or "RequestExpired";

    /// <summary>Whether the service wants fewer calls.</summary>
    public static bool IsThrottled(AmazonServiceException error)
        => error.StatusCode == HttpStatusCode.TooManyRequests
        || error.ErrorCode is "ThrottlingException" or "Throttling" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException"
            or "RequestLimitExceeded" or "TooManyRequestsException" or "SlowDown" or "ProvisionedThroughputExceededException";

    /// <summary>Whether no answer came, or not the whole of one.</summary>
    public static bool IsTransport(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or SocketException
                or WebException or TimeoutException or OperationCanceledException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outcome of a call that failed, for its <see cref="KeyAttempt"/>.</summary>
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
