using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Keys;
using Derived = Encrypted.Mapper.IndependentReader.Recipients.IntermediateKey;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>
/// Encrypted data keys between a keyring of this library and a foreign one. The wrapping between intermediate key and data
/// key, which the foreign one lacks, is the independent reader's here.
/// </summary>
internal static class Exchange
{
    /// <summary>Our keyring writes; both read. Fails unless they get the same keys.</summary>
    public static async Task OursIsReadByBothAsync(IKeyring ours, ForeignKeyring foreign, Dictionary<string, string> context)
    {
        var (written, expected) = await WriteAsync(ours, context);

        var intermediateKey = await foreign.UnwrapAsync(written, context);

        Assert.Equal(32, intermediateKey?.Length);
        Assert.Equal(expected, Open(intermediateKey!, written, context));
        Assert.Equal(expected, await ReadAsync(ours, written, context));
    }

    /// <summary>The foreign keyring writes; both read. Fails unless they get the same keys.</summary>
    public static async Task ForeignIsReadByBothAsync(IKeyring ours, ForeignKeyring foreign, Dictionary<string, string> context, byte[]? intermediateKey = null)
    {
        var wrapping = await foreign.WrapAsync(context, intermediateKey);
        Assert.Equal(intermediateKey ?? wrapping.IntermediateKey, wrapping.IntermediateKey);
        var written = Complete(wrapping, context);
        var expected = Open(wrapping.IntermediateKey, written, context);

        Assert.NotNull(expected);
        Assert.Equal(expected, await ReadAsync(ours, written, context));
        Assert.Equal(wrapping.IntermediateKey, await foreign.UnwrapAsync(written, context));
    }

    /// <summary>Has our keyring wrap a data key.</summary>
    public static async Task<(EncryptedDataKey EncryptedDataKey, Opened Keys)> WriteAsync(IKeyring ours, Dictionary<string, string> context)
    {
        var materials = new EncryptionMaterials(AlgorithmSuite.SymSigHmacSha384, Serialised(context));
        try
        {
            await ours.OnEncryptAsync(materials, TestContext.Current.CancellationToken);
            return (Assert.Single(materials.EncryptedDataKeys), new(Hex(materials.DataKey), Hex(materials.SymmetricSigningKey(0))));
        }
        finally
        {
            materials.Dispose();
        }
    }

    /// <summary>Has our keyring unwrap. Null if it can't.</summary>
    public static async Task<Opened?> ReadAsync(IKeyring ours, EncryptedDataKey encryptedDataKey, Dictionary<string, string> context)
    {
        var materials = new DecryptionMaterials(AlgorithmSuite.SymSigHmacSha384, Serialised(context));
        try
        {
            await ours.OnDecryptAsync(materials, [encryptedDataKey], TestContext.Current.CancellationToken);
            return materials.HasDataKey ? new(Hex(materials.DataKey), Hex(materials.SymmetricSigningKey)) : null;
        }
        finally
        {
            materials.Dispose();
        }
    }

    /// <summary>Makes a whole encrypted data key, of a random data key, around what a foreign keyring wrapped.</summary>
    public static EncryptedDataKey Complete(ForeignWrapping wrapping, Dictionary<string, string> context)
    {
        var dataKey = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        var wrapped = Gcm.Seal(Derived.EncryptionKey(wrapping.IntermediateKey), new byte[12], ContextBytes.InKeyWrapping(context), dataKey);
        return new(wrapping.ProviderId, wrapping.ProviderInfo, (byte[])[.. wrapped, .. wrapping.ProviderPart]);
    }

    /// <summary>Opens the wrapped data key with an intermediate key. Null if it can't be.</summary>
    public static Opened? Open(byte[] intermediateKey, EncryptedDataKey encryptedDataKey, Dictionary<string, string> context)
    {
        var wrapped = encryptedDataKey.Ciphertext[..48].ToArray();
        var dataKey = Gcm.TryOpen(Derived.EncryptionKey(intermediateKey), new byte[12], ContextBytes.InKeyWrapping(context), wrapped);
        return dataKey is null ? null : new(Hex(dataKey), Hex(Derived.SigningKey(intermediateKey)));
    }

    private static EncryptionContext Serialised(Dictionary<string, string> context)
    {
        using var builder = new EncryptionContextBuilder();
        foreach (var (key, value) in context)
        {
            Assert.True(builder.TryAdd(ByteList.Utf8(key), ByteList.Utf8(value)));
        }

        return builder.Build()!;
    }

    private static string Hex(ReadOnlySpan<byte> key) => Convert.ToHexString(key);
}
