using System.Net;
using System.Net.Sockets;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>What becomes of a call to AWS KMS that failed.</summary>
public sealed class KmsFailureTests
{
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd";

    public static TheoryData<string, string, Exception> Failures => new()
    {
        { "kms-access-denied", "AccessDeniedException", Service("AccessDeniedException") },
        { "kms-access-denied", "ExpiredTokenException", Service("ExpiredTokenException") },
        { "kms-disabled", "DisabledException", Coded(new DisabledException("m"), "DisabledException") },
        { "kms-key-state", "KMSInvalidStateException", Coded(new KMSInvalidStateException("m"), "KMSInvalidStateException") },
        { "kms-not-found", "NotFoundException", Coded(new NotFoundException("m"), "NotFoundException") },
        { "kms-throttled", "ThrottlingException", Service("ThrottlingException") },
        { "kms-throttled", "LimitExceededException", Coded(new LimitExceededException("m"), "LimitExceededException") },
        { "kms-throttled", "HTTP 429", Service(null, HttpStatusCode.TooManyRequests) },
        { "kms-unreachable", "HTTP 503", Service(null, HttpStatusCode.ServiceUnavailable) },
        { "kms-unreachable", "HttpRequestException", new HttpRequestException("m", new SocketException(111)) },
        { "kms-unreachable", "AmazonServiceException", new AmazonServiceException("m", new HttpRequestException("m")) },
        { "kms-unreachable", "no answer in time", new TaskCanceledException("m", new TimeoutException()) },
        { "kms-failed", "KMSInternalException", Coded(new KMSInternalException("m"), "KMSInternalException") },
        { "kms-failed", "AmazonClientException", new AmazonClientException("no credentials") },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failed_call_says_what_was_tried_with_which_key(string rule, string outcome, Exception failure)
    {
        var error = KmsFailure.From("kms:Decrypt", Key, failure);

        Assert.Equal(rule, error.Rule);
        Assert.Equal(new KeyAttempt("kms:Decrypt", Key, outcome), Assert.Single(error.Attempts));
        Assert.Contains($"kms:Decrypt with '{Key}': {outcome}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"(rule {rule})", error.Message, StringComparison.Ordinal);
        Assert.Same(failure, error.InnerException);
    }

    [Fact]
    public void A_ciphertext_of_another_key_or_context_is_no_failure_of_the_key()
    {
        Assert.True(KmsFailure.IsForeignCiphertext(new InvalidCiphertextException("m")));
        Assert.True(KmsFailure.IsForeignCiphertext(new IncorrectKeyException("m")));
        Assert.False(KmsFailure.IsForeignCiphertext(Service("AccessDeniedException")));
    }

    [Fact]
    public void What_the_server_calls_its_error_is_not_repeated_if_it_is_no_name()
    {
        var error = KmsFailure.From("kms:Decrypt", Key, Service("<script>\n", HttpStatusCode.BadRequest));

        Assert.Equal("HTTP 400", error.Attempts[0].Outcome);
    }

    [Theory]
    [InlineData("ValidationException")]
    [InlineData("SerializationException")]
    public void S27_an_error_that_quotes_the_request_stays_outside(string code)
    {
        var error = KmsFailure.From("kms:GenerateDataKey", Key, new AmazonKeyManagementServiceException("Value '{ssn=078-05-1120}' at 'encryptionContext'", ErrorType.Sender, code, "id-1", HttpStatusCode.BadRequest));

        Assert.DoesNotContain("078-05-1120", error.ToString(), StringComparison.Ordinal);
        var inner = Assert.IsType<AmazonKeyManagementServiceException>(error.InnerException);
        Assert.Equal((code, "id-1", HttpStatusCode.BadRequest), (inner.ErrorCode, inner.RequestId, inner.StatusCode));
    }

    [Fact]
    public void S27_an_error_that_quotes_the_answer_stays_outside()
    {
        var parsing = new AmazonUnmarshallingException("id-1", "at Plaintext: c2VjcmV0", "{\"Plaintext\":\"c2VjcmV0", new FormatException("c2VjcmV0"), HttpStatusCode.OK);

        var error = KmsFailure.From("kms:Decrypt", Key, parsing);
        Assert.Equal("kms-response", error.Rule);
        Assert.DoesNotContain("c2VjcmV0", error.ToString(), StringComparison.Ordinal);
        foreach (var other in new Exception[] { new AmazonClientException("m", parsing), new FormatException("c2VjcmV0"), new AmazonClientException("m", new System.Text.Json.JsonException("c2VjcmV0")) })
        {
            error = KmsFailure.From("kms:Decrypt", Key, other);
            Assert.Equal("kms-response", error.Rule);
            Assert.DoesNotContain("c2VjcmV0", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_answer_that_cannot_be_right_says_what_is_wrong()
    {
        var error = KmsFailure.Response("kms:Decrypt", Key, "another key id");

        Assert.Equal("kms-response", error.Rule);
        Assert.Equal([new("kms:Decrypt", Key, "another key id")], error.Attempts);
    }

    [Fact]
    public void Several_failures_become_one_that_lists_all_attempts_in_order()
    {
        var first = KmsFailure.From("kms:Decrypt", Key, Service("AccessDeniedException"));
        var second = KmsFailure.From("kms:Decrypt", Key + "2", Service("ThrottlingException"));
        var own = new KeyUnavailableException("The vault is closed.");

        var error = Error.KeysUnavailable([first, second, own]);

        Assert.Equal("kms-access-denied", error.Rule);
        Assert.Equal([first.Attempts[0], second.Attempts[0]], error.Attempts);
        Assert.Same(first.InnerException, error.InnerException);
        Assert.Contains($"{Key}': AccessDeniedException; kms:Decrypt with '{Key}2': ThrottlingException", error.Message, StringComparison.Ordinal);
        Assert.Contains("The vault is closed.", error.Message, StringComparison.Ordinal);
        Assert.Same(own, Error.KeysUnavailable([own]));
    }

    private static AmazonKeyManagementServiceException Service(string? code, HttpStatusCode status = HttpStatusCode.BadRequest)
        => new("m", ErrorType.Sender, code, "id-1", status);

    private static AmazonServiceException Coded(AmazonServiceException error, string code)
    {
        error.ErrorCode = code;
        error.StatusCode = HttpStatusCode.BadRequest;
        return error;
    }
}
