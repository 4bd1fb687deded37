using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>
/// Key bytes that a builder was given, for each of the contexts that are made by it: several service providers can be built from one
/// collection of services, one after the other, and each context zeroes the copy that its own keyring made.
/// </summary>
internal sealed class KeptSecret(ReadOnlySpan<byte> secret) : IDisposable
{
    private readonly HeldKey _secret = new(secret);

    // Who zeroes it: Create, as soon as its only context is made. A collection of services can be built from for as long as there is
    // a reference to it, and doesn't say when there is none any more, so that only the collector knows. HeldKey refers to memory
    // alone and can be used here; a keyring couldn't.
    ~KeptSecret() => _secret?.Dispose();

    /// <exception cref="ObjectDisposedException">The builder has made its only context.</exception>
    public HeldKey.Lease Use() => _secret.Use();

    public void Dispose()
    {
        _secret.Dispose();
        GC.SuppressFinalize(this);
    }
}
