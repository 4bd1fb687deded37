namespace Encrypted.Mapper.Encryption;

/// <summary>Comparison of bytes that an attacker may know. Tags and keys are compared in constant time instead.</summary>
internal static class PublicBytes
{
    public static bool Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.SequenceCompareTo(right) == 0;
}
