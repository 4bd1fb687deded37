using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Which protection a member gets.</summary>
internal static class ProtectionRules
{
    /// <summary>What a member is that must be readable in the table, or <see langword="null"/> if it needn't.</summary>
    public static string? ClearRole(MemberAttributes attributes)
    {
        if (attributes.IsHashKey)
        {
            return "the partition key";
        }

        if (attributes.IsRangeKey)
        {
            return "the sort key";
        }

        if (attributes.IndexKeys.Count > 0)
        {
            return "an index key";
        }

        return attributes.IsVersion ? "the version" : null;
    }

    public static CryptoAction ActionOf(MappedMember member, bool signsUnmarked)
    {
        var mark = member.Attributes.Protections.FirstOrDefault();
        var name = mark is null ? null : TypeNames.OwnName(mark);
        if (name == TypeNames.SignedOnly)
        {
            return AttributeArguments.Boolean(mark!, string.Empty, "InEncryptionContext") == true
                ? CryptoAction.SignAndIncludeInEncryptionContext
                : CryptoAction.SignOnly;
        }

        if (ClearRole(member.Attributes) is not null)
        {
            return CryptoAction.SignOnly;
        }

        return name switch
        {
            TypeNames.Unprotected => CryptoAction.DoNothing,
            TypeNames.Encrypted => CryptoAction.EncryptAndSign,
            _ => signsUnmarked ? CryptoAction.SignOnly : CryptoAction.EncryptAndSign,
        };
    }

    /// <summary>A protection attribute as one writes it.</summary>
    public static string Label(AttributeData mark) => mark.AttributeClass!.Name.Replace("Attribute", string.Empty);
}
