using System.Globalization;
using Amazon.KeyManagementService;
using Amazon.Runtime;

namespace Encrypted.Mapper.Keys;

/// <summary>Takes out of the AWS SDK's exceptions what may not become part of an inner exception.</summary>
internal static class KmsExceptions
{
    /// <summary>
    /// Returns the exception, or one in its place: that of an answer which can't be parsed quotes the answer, which may hold a
    /// plaintext key, and that of a request which isn't valid quotes the request, which holds the encryption context.
    /// </summary>
    public static Exception WithoutContent(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is AmazonUnmarshallingException)
            {
                return Replace(error as AmazonServiceException ?? (AmazonUnmarshallingException)cause);
            }
        }

        return error is AmazonServiceException { ErrorCode: "ValidationException" or "SerializationException" } service ? Replace(service) : error;
    }

    private static AmazonKeyManagementServiceException Replace(AmazonServiceException error)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"{error.GetType().Name} with HTTP status {(int)error.StatusCode}; its message is withheld, since it may quote the request or the answer."),
            error.ErrorType,
            error.ErrorCode,
            error.RequestId,
            error.StatusCode);
}
