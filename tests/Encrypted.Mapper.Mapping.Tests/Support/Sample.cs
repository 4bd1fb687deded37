using System.Text.Json;
using System.Text.Json.Serialization;
using Encrypted.Mapper.Mapping.Tests.Entities;

namespace Encrypted.Mapper.Mapping.Tests.Support;

internal static class Sample
{
    /// <summary>Shows all that can be seen of an entity: fields, kinds of times, bytes, and the types of polymorphic values.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        IncludeFields = true,
        Converters = { new StreamConverter(), new RuntimeTypeConverter<Shape>(), new RuntimeTypeConverter<Vehicle>() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
