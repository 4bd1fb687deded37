using System.Security.Cryptography;
using System.Text.Json;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>
/// Keys, aliases and grants in a file that only its owner may read. Each change replaces the file as a whole, so that it is
/// never half written. A lock file beside it keeps a second server away.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    private KeyFile(string path, FileStream fileLock)
    {
        _path = path;
        _lock = fileLock;
    }

    /// <exception cref="IOException">Another server uses the file, or others than its owner have rights on it.</exception>
    /// <exception cref="InvalidDataException">The file isn't a key file.</exception>
    public static KeyFile Open(string path, KeyDirectory keys)
    {
        path = Path.GetFullPath(path);
        var file = new KeyFile(path, new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            if (File.Exists(path))
            {
                file.Read(keys);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Write(KeyDirectory keys)
    {
        var replacement = $"{_path}.{Guid.NewGuid():N}";
        using var bytes = new ZeroedBuffer();
        KeyFileFormat.Write(bytes, keys);
        try
        {
            using (var stream = OwnerOnlyFile.Create(replacement))
            {
                stream.Write(bytes.Written.Span);
                stream.Flush(flushToDisk: true);
            }

            File.Move(replacement, _path, overwrite: true);
        }
        catch
        {
            File.Delete(replacement);
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private void Read(KeyDirectory keys)
    {
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (!OwnerOnlyFile.IsOwnerOnly(stream.SafeFileHandle, _path))
        {
            throw new IOException($"{_path} can be used by others than its owner. Its keys may be known: remove it, or its rights for group and others.");
        }

        var bytes = new byte[stream.Length];
        try
        {
            stream.ReadExactly(bytes);
            KeyFileFormat.Read(bytes, keys);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or KmsServiceException)
        {
            throw new InvalidDataException($"{_path} is not a key file of this server, or one of a later version.", exception);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
