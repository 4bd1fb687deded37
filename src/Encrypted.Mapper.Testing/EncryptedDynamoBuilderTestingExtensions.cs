using System.Security.Cryptography;

namespace Encrypted.Mapper.Testing;

/// <summary>Keys for tests.</summary>
public static class EncryptedDynamoBuilderTestingExtensions
{
    private const int KeyLength = 32;

    /// <summary>Protects items with a random key that is kept nowhere but in memory: only the contexts of this registration can read the items, one if <c>Create</c> makes it, and nobody after the process has ended.</summary>
    /// <param name="builder">The context's builder.</param>
    /// <returns>The builder.</returns>
    public static EncryptedDynamoBuilder UseEphemeralKey(this EncryptedDynamoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        try
        {
            // Named anew each time, so that items of another run are told from items that were tampered with.
            return builder.UseRawAesKey("encrypted-mapper-testing", $"ephemeral-{Guid.NewGuid():N}", key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
