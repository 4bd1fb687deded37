namespace Encrypted.Mapper.Benchmarks.Floor;

/// <summary>An encrypted field.</summary>
/// <param name="Length">The bytes of its canonical plaintext.</param>
/// <param name="PathLength">The bytes of its canonical path.</param>
internal readonly record struct FieldShape(int Length, int PathLength);
