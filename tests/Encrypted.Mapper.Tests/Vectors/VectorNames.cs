using Xunit;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>The names of vectors as theory data.</summary>
public static class VectorNames
{
    public static TheoryData<string> Items() => new(VectorFile.Items.Keys);

    public static TheoryData<string> Encrypting() => new(VectorFile.Behaviour.Values.Where(c => c.Encrypts).Select(c => c.Name));

    public static TheoryData<string> Decrypting() => new(VectorFile.Behaviour.Values.Where(c => !c.Encrypts).Select(c => c.Name));

    /// <summary>The kinds of change in the variants of the random items.</summary>
    public static TheoryData<string> VariantKinds() => new(VectorFile.Random.Select(v => v.Kind).Distinct().Order(StringComparer.Ordinal));
}
