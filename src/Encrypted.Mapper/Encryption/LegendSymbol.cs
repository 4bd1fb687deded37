using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>The bytes by which a header's legend states how each signed attribute was protected (wire format, section 2).</summary>
internal static class LegendSymbol
{
    public const byte EncryptAndSign = (byte)'e';
    public const byte SignOnly = (byte)'s';
    public const byte SignAndInclude = (byte)'c';

    public static byte Of(CryptoAction action) => action switch
    {
        CryptoAction.EncryptAndSign => EncryptAndSign,
        CryptoAction.SignOnly => SignOnly,
        CryptoAction.SignAndIncludeInEncryptionContext => SignAndInclude,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static CryptoAction ToAction(byte symbol) => symbol switch
    {
        EncryptAndSign => CryptoAction.EncryptAndSign,
        SignOnly => CryptoAction.SignOnly,
        _ => CryptoAction.SignAndIncludeInEncryptionContext,
    };

    public static bool IsKnown(byte symbol) => symbol is EncryptAndSign or SignOnly or SignAndInclude;
}
