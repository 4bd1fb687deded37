using System.Globalization;
using System.Text.Json;
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
        if (IsUnreadableAnswer(error))
        {
            return Replace(error);
        }

        return error is AmazonServiceException { ErrorCode: "ValidationException" or "SerializationException" } service ? Replace(service) : error;
    }

    /// <summary>Whether an answer came that couldn't be parsed.</summary>
    public static bool IsUnreadableAnswer(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is AmazonUnmarshallingException or JsonException or FormatException)
            {
                return true;
            }
        }

        return false;
    }

    private static AmazonKeyManagementServiceException Replace(Exception error)
    {
        var service = error as AmazonServiceException;
        var status = service?.StatusCode ?? default;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{error.GetType().Name} with HTTP status {(int)status}; its message is withheld, since it may quote the request or the answer."),
            service?.ErrorType ?? ErrorType.Unknown,
            service?.ErrorCode,
            service?.RequestId,
            status);
    }
}
