using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Mapping.Tests.Support;

/// <summary>An entity that both mappings are asked to convert.</summary>
internal interface ISample
{
    void CompareWrite(ConversionOptions options);

    void CompareRead(ConversionOptions options);

    /// <summary>Compares how items are read that lack one attribute.</summary>
    void CompareAbsent(ConversionOptions options);
}
