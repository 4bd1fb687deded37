using System.Collections.Concurrent;
using Encrypted.Mapper.Testing.Kms;

namespace Encrypted.Mapper.Testing;

/// <summary>Who may do what with one key of a <see cref="LocalKms"/>, beside its grants. Thread-safe.</summary>
public sealed class LocalKmsKeyPolicy
{
    private readonly ConcurrentDictionary<(string Caller, string Permission), bool> _allowed = new();

    internal LocalKmsKeyPolicy()
    {
    }

    /// <summary>Allows a caller operations on the key.</summary>
    /// <param name="caller">The caller's name.</param>
    /// <param name="operations">Permissions as AWS KMS calls them, with or without <c>kms:</c> before them: <c>GenerateDataKey</c>, <c>Decrypt</c>, … For ReEncrypt they are <c>ReEncryptFrom</c> and <c>ReEncryptTo</c>; <c>*</c> is all of them.</param>
    /// <returns>This policy.</returns>
    /// <exception cref="ArgumentException">There is no such permission.</exception>
    public LocalKmsKeyPolicy Allow(string caller, params string[] operations)
    {
        ArgumentException.ThrowIfNullOrEmpty(caller);
        ArgumentNullException.ThrowIfNull(operations);
        foreach (var operation in operations)
        {
            foreach (var permission in KeyPermissions.Named(operation))
            {
                _allowed[(caller, permission)] = true;
            }
        }

        return this;
    }

    internal bool Allows(string caller, string permission) => _allowed.ContainsKey((caller, permission));
}
