using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>An item of no meaning, protected and read once under a key that is then forgotten: compiling that code takes longer than running it.</summary>
internal static class WarmUpItem
{
    private const string Table = "warm-up";
    private const string Key = "id";
    private const string Value = "value";

    public static async Task RunAsync(AlgorithmSuite suite, CancellationToken cancellationToken)
    {
        using var keyring = Keyring();
        var encryptor = new ItemEncryptor(
            new ItemEncryptorConfiguration
            {
                LogicalTableName = Table,
                PartitionKey = Key,
                Actions = new Dictionary<string, CryptoAction>(StringComparer.Ordinal) { [Key] = CryptoAction.SignOnly, [Value] = CryptoAction.EncryptAndSign },
                AlgorithmSuite = suite,
                ReuseSigningKey = false,
            },
            keyring);
        var item = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [Key] = new() { S = Key }, [Value] = new() { S = Value } };
        var stored = await encryptor.EncryptAsync(item, cancellationToken).ConfigureAwait(false);
        await encryptor.DecryptAsync(stored, cancellationToken).ConfigureAwait(false);
    }

    private static RawAesKeyring Keyring()
    {
        Span<byte> key = stackalloc byte[32];
        RandomNumberGenerator.Fill(key);
        try
        {
            return new RawAesKeyring(Table, Key, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
