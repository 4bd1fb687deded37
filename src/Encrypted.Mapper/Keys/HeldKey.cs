using System.Security.Cryptography;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// A long-lived key in pinned memory that its owner may dispose while others still use it. It is zeroed when the owner and
/// the last user are done: a key must never be zeroed under an operation that is reading it, because what it would encrypt
/// under the zero key anybody could read.
/// </summary>
internal sealed class HeldKey : IDisposable
{
    private readonly byte[] _bytes;

    // The owner counts as one holder. At zero the key is gone.
    private int _holders = 1;
    private int _disposed;

    /// <summary>The key's bytes, for those who hold it.</summary>
    public ReadOnlySpan<byte> HeldBytes => _bytes;

    public HeldKey(ReadOnlySpan<byte> key)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(_bytes);
    }

    /// <summary>Takes the key for one operation. It stays whole until the lease is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The owner disposed the key.</exception>
    public Lease Use()
    {
        ObjectDisposedException.ThrowIf(!TryHold(), this);
        return new Lease(this);
    }

    /// <summary>Takes the key, which stays whole until <see cref="Release"/> is called, once. Returns false if the owner disposed it.</summary>
    public bool TryHold()
    {
        int holders;
        do
        {
            holders = Volatile.Read(ref _holders);
            if (holders == 0 || Volatile.Read(ref _disposed) != 0)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _holders, holders + 1, holders) != holders);
        return true;
    }

    /// <summary>Takes the key once more. Only for who holds it: it is whole then, even if its owner disposed it.</summary>
    public void HoldAgain() => Interlocked.Increment(ref _holders);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }
    }

    /// <summary>Ends one hold.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            CryptographicOperations.ZeroMemory(_bytes);
        }
    }

    /// <summary>One operation's hold on the key. Disposed exactly once.</summary>
    public readonly ref struct Lease(HeldKey key)
    {
        public ReadOnlySpan<byte> Span => key._bytes;

        public void Dispose() => key.Release();
    }
}
