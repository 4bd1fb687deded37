using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>A top-level attribute while its entity is parsed.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The attribute's name.</param>
/// <param name="Action">Its protection, before the rule that keys join the encryption context.</param>
/// <param name="Resolution">Its conversion.</param>
/// <param name="PathField">The generated field for its path.</param>
internal sealed record EntityAttribute(
    MappedMember Member,
    string Name,
    CryptoAction Action,
    Resolution Resolution,
    string PathField)
{
    public bool IsTableKey => Member.Attributes.IsHashKey || Member.Attributes.IsRangeKey;

    public AttributeSpec ToSpec(bool includesKeys)
        => new(
            Name,
            Member.Name,
            IsTableKey && includesKeys ? CryptoAction.SignAndIncludeInEncryptionContext : Action,
            PathField,
            Resolution.ToSpec(),
            Resolution is { Form: ValueForm.Collection, Element: { } element } ? element.ToSpec() : null);
}
