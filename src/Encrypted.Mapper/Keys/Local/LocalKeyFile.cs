using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Microsoft.Win32.SafeHandles;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// A raw AES key in a file that only its owner can read, for development and tests. The file holds a line that says what it
/// is, the key's random id and the key. It is no replacement for a key service: whoever has the file can read and forge items.
/// </summary>
public static class LocalKeyFile
{
    /// <summary>The namespace of the keyring's key name; the name is the key's id in hexadecimal.</summary>
    public const string KeyNamespace = "encrypted-mapper-local";

    private const int IdLength = 16;

    // Far longer than writing a line and a key takes.
    private static readonly TimeSpan s_creation = TimeSpan.FromSeconds(2);

    private static ReadOnlySpan<byte> Title => "encrypted-mapper local key 1\n"u8;

    /// <summary>Opens the key file, or creates it with a new random key and owner-only rights.</summary>
    /// <param name="path">The file's path. Its directory must exist.</param>
    /// <returns>A keyring over the key, which the caller disposes.</returns>
    /// <exception cref="KeyUnavailableException">The file can't be read or created, isn't a key file, or others than its owner have rights on it.</exception>
    public static RawAesKeyring OpenOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (!File.Exists(path))
            {
                Create(path);
            }

            return Open(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyUnavailableException("local-key-file", $"The local key file '{path}' can't be read or created (rule local-key-file).", innerException: error);
        }
    }

    private static int FileLength => Title.Length + IdLength + SecretBuffer.KeyLength;

    // Created exclusively, so that of two processes that start at once one creates the key and both go on with it.
    private static void Create(string path)
    {
        using var content = SecretBuffer.Rent(FileLength);
        Title.CopyTo(content.Span);
        RandomNumberGenerator.Fill(content.Span[Title.Length..]);
        try
        {
            using var file = OwnerOnlyFile.Create(path);
            file.Write(content.Span);
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody else is creating it.
        }
    }

    private static RawAesKeyring Open(string path)
    {
        // A file that is empty or locked is being created at this moment, by this process or another.
        RawAesKeyring? keyring = null;
        SpinWait.SpinUntil(() => (keyring = TryOpen(path, isLastTry: false)) is not null, s_creation);
        return keyring ?? TryOpen(path, isLastTry: true)!;
    }

    private static RawAesKeyring? TryOpen(string path, bool isLastTry)
    {
        try
        {
            using var handle = File.OpenHandle(path);
            return RandomAccess.GetLength(handle) == 0 && !isLastTry && IsNew(handle) ? null : Read(handle, path);
        }
        catch (IOException error) when (!isLastTry && error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    // What was left empty long ago is nobody's any more, and not worth waiting for.
    private static bool IsNew(SafeFileHandle handle) => (DateTime.UtcNow - File.GetLastWriteTimeUtc(handle)).Duration() < s_creation;

    private static RawAesKeyring Read(SafeFileHandle handle, string path)
    {
        if (!OwnerOnlyFile.IsOwnerOnly(handle, path))
        {
            throw new KeyUnavailableException("local-key-rights", $"The local key file '{path}' gives rights to others than its owner. Take them away (chmod 600), or delete the file if somebody may have read it (rule local-key-rights).");
        }

        using var content = SecretBuffer.Rent(FileLength);
        if (RandomAccess.GetLength(handle) != FileLength
            || RandomAccess.Read(handle, content.Span, fileOffset: 0) != FileLength
            || !PublicBytes.Equal(content.Span[..Title.Length], Title))
        {
            throw new KeyUnavailableException("local-key-format", $"The file '{path}' is not a local key file (rule local-key-format).");
        }

        var id = Convert.ToHexString(content.Span.Slice(Title.Length, IdLength));
        return new RawAesKeyring(KeyNamespace, id, content.Span[(Title.Length + IdLength)..]);
    }
}
