using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>The bytes by which a header's legend states how each signed attribute was protected (wire format, section 2).</summary>
internal static class LegendSymbol
{
    public const byte EncryptAndSign = (byte)'e';
    public const byte SignOnly = (byte)'s';
    public const byte SignAndInclude = (byte)'c';

    public static byte Of(AttributeAction action) => action switch
    {
        AttributeAction.EncryptAndSign => EncryptAndSign,
        AttributeAction.SignOnly => SignOnly,
        AttributeAction.SignAndIncludeInEncryptionContext => SignAndInclude,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static AttributeAction ToAction(byte symbol) => symbol switch
    {
        EncryptAndSign => AttributeAction.EncryptAndSign,
        SignOnly => AttributeAction.SignOnly,
        _ => AttributeAction.SignAndIncludeInEncryptionContext,
    };

    public static bool IsKnown(byte symbol) => symbol is EncryptAndSign or SignOnly or SignAndInclude;
}
