using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>Writes items in DynamoDB JSON.</summary>
internal static class DynamoJsonWriter
{
    public static void Write(Utf8JsonWriter writer, Dictionary<string, AttributeValue> item)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in item)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case { S: { } text }:
                writer.WriteString("S", text);
                break;
            case { N: { } number }:
                writer.WriteString("N", number);
                break;
            case { B: { } bytes }:
                writer.WriteBase64String("B", bytes.ToArray());
                break;
            case { BOOL: { } boolean }:
                writer.WriteBoolean("BOOL", boolean);
                break;
            case { NULL: { } isNull }:
                writer.WriteBoolean("NULL", isNull);
                break;
            case { SS: { } texts }:
                WriteList(writer, "SS", texts, static (writer, text) => writer.WriteStringValue(text));
                break;
            case { NS: { } numbers }:
                WriteList(writer, "NS", numbers, static (writer, number) => writer.WriteStringValue(number));
                break;
            case { BS: { } binaries }:
                WriteList(writer, "BS", binaries, static (writer, bytes) => writer.WriteBase64StringValue(bytes.ToArray()));
                break;
            case { L: { } elements }:
                WriteList(writer, "L", elements, Write);
                break;
            case { M: { } entries }:
                writer.WritePropertyName("M");
                Write(writer, entries);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string type, List<T> list, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(type);
        foreach (var element in list)
        {
            write(writer, element);
        }

        writer.WriteEndArray();
    }
}
