using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Encrypted.Mapper;

/// <summary>Keeps extension data out of JSON: it is written as null, and what stands in its place is ignored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExtensionAttributesJsonConverter : JsonConverter<ExtensionAttributes>
{
    /// <inheritdoc/>
    public override ExtensionAttributes? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ExtensionAttributes value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNullValue();
    }
}
