using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Several keyrings as one (keyrings, section 9): an item is wrapped for each of them, and each of them alone can read it.
/// The header lists the generator's encrypted data key first, then those of the children in order. It doesn't dispose its parts.
/// </summary>
public sealed class MultiKeyring : IKeyring, ISigningScope
{
    private readonly IKeyring? _generator;
    private readonly IKeyring[] _all;

    /// <summary>Combines keyrings.</summary>
    /// <param name="generator">The keyring that makes data keys; without one the keyring can only read.</param>
    /// <param name="children">The keyrings that wrap the same data key for further recipients.</param>
    /// <exception cref="ArgumentException">A child is null.</exception>
    /// <exception cref="ModelConfigurationException">There is neither a generator nor a child.</exception>
    public MultiKeyring(IKeyring? generator, params IKeyring[] children)
    {
        ArgumentNullException.ThrowIfNull(children);
        if (Array.IndexOf(children, null!) >= 0)
        {
            throw new ArgumentException("A child of a multi-keyring is null.", nameof(children));
        }

        if (generator is null && children.Length == 0)
        {
            throw new ModelConfigurationException("multi-keyring-empty", "A multi-keyring needs a generator or at least one child (rule multi-keyring-empty).");
        }

        _generator = generator;
        _all = generator is null ? [.. children] : [generator, .. children];
    }

    /// <inheritdoc/>
    public async ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        if (_generator is null == !materials.HasDataKey)
        {
            throw new ModelConfigurationException("multi-keyring-generator", "A multi-keyring without a generator can't make a data key, and one with a generator can't wrap somebody else's (rule multi-keyring-generator).");
        }

        foreach (var keyring in _all)
        {
            await keyring.OnEncryptAsync(materials, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A keyring that fails doesn't keep the next from being tried. Only if none succeeds an error is raised: of unavailable keys one with
    /// the attempts of all in their order, and the rule and inner exception of the first; without any, the first other error.
    /// </remarks>
    public async ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        List<KeyUnavailableException>? unavailable = null;
        EncryptedDynamoException? failure = null;
        foreach (var keyring in _all)
        {
            try
            {
                await keyring.OnDecryptAsync(materials, encryptedDataKeys, cancellationToken).ConfigureAwait(false);
            }
            catch (KeyUnavailableException error)
            {
                (unavailable ??= []).Add(error);
            }
            catch (EncryptedDynamoException error)
            {
                failure ??= error;
            }

            if (materials.HasDataKey)
            {
                return;
            }
        }

        if (unavailable is not null)
        {
            ExceptionDispatchInfo.Throw(Error.KeysUnavailable(unavailable));
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    string? ISigningScope.SigningScope(EncryptionContext encryptionContext)
    {
        var scope = "";
        foreach (var keyring in _all)
        {
            if ((keyring as ISigningScope)?.SigningScope(encryptionContext) is not { } part)
            {
                return null;
            }

            // Lengths keep two ids from reading like two others.
            scope = string.Create(CultureInfo.InvariantCulture, $"{scope}{part.Length}:{part}");
        }

        return scope;
    }
}
