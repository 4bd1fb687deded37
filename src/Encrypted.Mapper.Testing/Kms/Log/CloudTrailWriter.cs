using System.Globalization;
using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The calls as AWS CloudTrail records them. It knows neither plaintext nor keys nor ciphertext, because a call doesn't.</summary>
internal sealed class CloudTrailWriter(string account)
{
    private static readonly string[] s_readOnly =
    [
        "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GetPublicKey", "ListAliases", "ListGrants", "ListKeys", "ReEncrypt",
    ];

    public async Task WriteAsync(Stream stream, IReadOnlyList<LocalKmsCall> calls, CancellationToken cancellationToken)
    {
        const int FlushAt = 64 * 1024;
        var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            foreach (var call in calls)
            {
                WriteRecord(writer, call);
                if (writer.BytesPending > FlushAt)
                {
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void WriteRecord(Utf8JsonWriter writer, LocalKmsCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("eventVersion", "1.11");
        WriteIdentity(writer, call);
        writer.WriteString("eventTime", call.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("eventSource", "kms.amazonaws.com");
        writer.WriteString("eventName", call.Operation);
        writer.WriteString("awsRegion", call.Region);
        writer.WriteString("sourceIPAddress", "127.0.0.1");
        writer.WriteString("userAgent", "LocalKms");
        if (call.ErrorCode is { } code)
        {
            // CloudTrail's own spelling.
            writer.WriteString("errorCode", code == "AccessDeniedException" ? "AccessDenied" : code);
            if (call.ErrorMessage is { } message)
            {
                writer.WriteString("errorMessage", message);
            }
        }

        writer.WritePropertyName("requestParameters");
        writer.WriteRawValue(call.Parameters, skipInputValidation: true);
        writer.WriteNull("responseElements");
        writer.WriteString("requestID", call.RequestId);
        writer.WriteString("eventID", call.EventId);
        writer.WriteBoolean("readOnly", Array.IndexOf(s_readOnly, call.Operation) >= 0);
        WriteResources(writer, call);
        writer.WriteString("eventType", "AwsApiCall");
        writer.WriteBoolean("managementEvent", true);
        writer.WriteString("recipientAccountId", account);
        writer.WriteString("eventCategory", "Management");
        writer.WriteEndObject();
    }

    private void WriteIdentity(Utf8JsonWriter writer, LocalKmsCall call)
    {
        writer.WriteStartObject("userIdentity");
        writer.WriteString("type", "IAMUser");
        writer.WriteString("principalId", call.Caller);
        writer.WriteString("arn", $"arn:aws:iam::{account}:user/{call.Caller}");
        writer.WriteString("accountId", account);
        writer.WriteString("accessKeyId", call.Caller);
        writer.WriteString("userName", call.Caller);
        writer.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter writer, LocalKmsCall call)
    {
        if (call.KeyArns.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("resources");
        foreach (var arn in call.KeyArns)
        {
            writer.WriteStartObject();
            writer.WriteString("accountId", arn.Split(':')[4]);
            writer.WriteString("type", "AWS::KMS::Key");
            writer.WriteString("ARN", arn);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
