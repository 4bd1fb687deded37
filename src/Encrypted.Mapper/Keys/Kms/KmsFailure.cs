using System.Net;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Keys;

/// <summary>What becomes of a call to AWS KMS that failed.</summary>
internal static class KmsFailure
{
    private const string UnlikelyAnswer = "AWS KMS, or what answers in its place, gave an answer that can't be right";

    /// <summary>Whether the service said that the ciphertext isn't one of this key and encryption context. Then nothing is wrong with the key.</summary>
    public static bool IsForeignCiphertext(Exception error) => error is InvalidCiphertextException or IncorrectKeyException;

    /// <summary>Turns the exception of a call into the library's own.</summary>
    /// <param name="operation">The call, as policies name it: <c>kms:Decrypt</c>.</param>
    /// <param name="key">The key's identifier; one that a stored item names only if <see cref="KmsKeyIdentifier.ParseStored"/> accepted it.</param>
    /// <param name="error">What the client threw. The caller's cancellation is no failure and must not come here.</param>
    public static KeyUnavailableException From(string operation, string key, Exception error)
    {
        var outcome = AwsErrors.OutcomeOf(error);
        return KindOf(error) switch
        {
            Kind.Denied => Failed("kms-access-denied", "AWS KMS refused access to the key", operation, key, outcome, error),
            Kind.Disabled => Failed("kms-disabled", "The AWS KMS key is disabled", operation, key, outcome, error),
            Kind.State => Failed("kms-key-state", "The AWS KMS key is in a state in which it can't be used, such as pending deletion", operation, key, outcome, error),
            Kind.Missing => Failed("kms-not-found", "AWS KMS knows no such key", operation, key, outcome, error),
            Kind.Throttled => Failed("kms-throttled", "AWS KMS throttles calls, and the AWS SDK has tried as often as it is configured to", operation, key, outcome, error),
            Kind.Unreachable => Failed("kms-unreachable", "AWS KMS can't be reached or didn't answer in time", operation, key, outcome, error),
            Kind.Unreadable => Failed("kms-response", UnlikelyAnswer, operation, key, outcome, error),
            Kind.NotMade => Failed("kms-failed", "A call to AWS KMS could not be made: the AWS SDK found no credentials, or no client that fits the key's Region is configured (its own words are in the inner exception)", operation, key, outcome, error),
            _ => Failed("kms-failed", "A call to AWS KMS failed", operation, key, outcome, error),
        };
    }

    /// <summary>An answer that can't be right.</summary>
    /// <param name="operation">The call, as policies name it.</param>
    /// <param name="key">The key's identifier.</param>
    /// <param name="what">What is wrong with it: <c>another key id</c>.</param>
    public static KeyUnavailableException Response(string operation, string key, string what)
        => Failed("kms-response", UnlikelyAnswer, operation, key, what, null);

    /// <summary>Whether a failure tells nothing of other keys, so that those may still be tried. One of the whole service isn't followed by more calls.</summary>
    public static bool IsOfOneKey(KeyUnavailableException failure) => failure.Rule switch
    {
        "kms-access-denied" or "kms-disabled" or "kms-key-state" or "kms-not-found" or "kms-response" => true,
        "kms-failed" => failure.InnerException is AmazonServiceException { StatusCode: not 0 and < HttpStatusCode.InternalServerError },
        _ => false,
    };

    private enum Kind
    {
        Other,
        Denied,
        Disabled,
        State,
        Missing,
        Throttled,
        Unreachable,
        Unreadable,
        NotMade,
    }

    private static KeyUnavailableException Failed(string rule, string what, string operation, string key, string outcome, Exception? error)
        => Error.KeyUnavailable(rule, what, [new(operation, key, outcome)], error is null ? null : KmsExceptions.WithoutContent(error));

    private static Kind KindOf(Exception error) => error switch
    {
        DisabledException => Kind.Disabled,
        KMSInvalidStateException => Kind.State,
        NotFoundException => Kind.Missing,
        LimitExceededException => Kind.Throttled,
        _ when KmsExceptions.IsUnreadableAnswer(error) => AwsErrors.IsTransport(error) ? Kind.Unreachable : Kind.Unreadable,
        AmazonServiceException service when AwsErrors.IsAnswer(service) => KindOf(service),
        AmazonClientException when !AwsErrors.IsTransport(error) => Kind.NotMade,
        _ => AwsErrors.IsTransport(error) ? Kind.Unreachable : Kind.Other,
    };

    private static Kind KindOf(AmazonServiceException error)
        => AwsErrors.IsDenied(error) ? Kind.Denied
        : AwsErrors.IsThrottled(error) ? Kind.Throttled
        : error.StatusCode == HttpStatusCode.ServiceUnavailable ? Kind.Unreachable
        : Kind.Other;
}
