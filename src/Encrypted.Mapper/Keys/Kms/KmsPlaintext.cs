using System.Security.Cryptography;

namespace Encrypted.Mapper.Keys;

/// <summary>The plaintext of an answer of AWS KMS: it is taken out, and the AWS SDK's own array is zeroed.</summary>
internal static class KmsPlaintext
{
    /// <summary>Copies the key and zeroes the answer's, whatever its length is.</summary>
    /// <param name="plaintext">The answer's stream, which is disposed.</param>
    /// <param name="key">Receives the key.</param>
    /// <returns>False, with nothing copied, if the plaintext has another length.</returns>
    public static bool TryTake(MemoryStream plaintext, Span<byte> key)
    {
        try
        {
            if (plaintext.Length != key.Length)
            {
                return false;
            }

            plaintext.Position = 0;
            plaintext.ReadExactly(key);
            return true;
        }
        finally
        {
            Erase(plaintext);
        }
    }

    // The client's stream lies over an array that it doesn't give out, but may be written through.
    private static void Erase(MemoryStream stream)
    {
        if (stream.TryGetBuffer(out var buffer))
        {
            CryptographicOperations.ZeroMemory(buffer.Array);
        }
        else if (stream.CanWrite)
        {
            Span<byte> zeros = stackalloc byte[128];
            zeros.Clear();
            stream.Position = 0;
            for (var left = stream.Length; left > 0; left -= zeros.Length)
            {
                stream.Write(zeros[..(int)Math.Min(left, zeros.Length)]);
            }
        }

        stream.Dispose();
    }
}
