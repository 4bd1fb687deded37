namespace Encrypted.Mapper.IndependentReader;

/// <summary>One signed attribute as the reader found it.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Letter">Its letter in the legend: <c>e</c>, <c>s</c> or <c>c</c>.</param>
/// <param name="Path">Its canonical path.</param>
/// <param name="TypeId">The type id of its plain value.</param>
/// <param name="PlainBytes">The canonical bytes of its plain value, for an encrypted field after decryption.</param>
/// <param name="CanonicalBytes">Its part of the canonical record.</param>
public sealed record SignedField(string Name, char Letter, byte[] Path, byte[] TypeId, byte[] PlainBytes, byte[] CanonicalBytes);
