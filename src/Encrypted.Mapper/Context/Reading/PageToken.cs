using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>The text form of a page's start key: the JSON that the stock context writes, so that tokens can be exchanged.</summary>
internal static class PageToken
{
    public static string? Write(Dictionary<string, AttributeValue>? key)
    {
        if (key is null)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in key)
            {
                writer.WriteStartObject(name);
                WriteScalar(writer, value);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="ArgumentException">The text is no page token.</exception>
    public static Dictionary<string, AttributeValue>? Read(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(token);
            var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
            foreach (var attribute in document.RootElement.EnumerateObject())
            {
                key[attribute.Name] = ReadScalar(attribute.Value);
            }

            return key.Count == 0 ? null : key;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            // Without the inner exception: its message may quote the token, which holds key values.
            throw new ArgumentException("The pagination token is not one that a query or scan returned.", nameof(token));
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, AttributeValue value)
    {
        if (value.S is { } text)
        {
            writer.WriteString("S", text);
        }
        else if (value.N is { } number)
        {
            writer.WriteString("N", number);
        }
        else
        {
            writer.WriteBase64String("B", BinaryContent.Of(value.B));
        }
    }

    private static AttributeValue ReadScalar(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            switch (property.Name)
            {
                case "S":
                    return new AttributeValue { S = property.Value.GetString() };
                case "N":
                    return new AttributeValue { N = property.Value.GetString() };
                case "B":
                    return new AttributeValue { B = new MemoryStream(property.Value.GetBytesFromBase64()) };
            }
        }

        throw new FormatException();
    }
}
