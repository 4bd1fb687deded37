namespace Encrypted.Mapper;

/// <summary>A key can't be reached or used at present, so that nothing is known of the item itself: a key service that fails, a key file that can't be read.</summary>
public sealed class KeyUnavailableException : EncryptedDynamoException
{
    /// <summary>For keyrings and branch key sources of your own. The rule is <c>key-unavailable</c>.</summary>
    /// <param name="message">Which key can't be had and why; no key and no value of the item.</param>
    /// <param name="innerException">The key service's error.</param>
    public KeyUnavailableException(string message, Exception? innerException = null)
        : base("key-unavailable", message, null, null, innerException)
    {
    }

    internal KeyUnavailableException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }

    internal KeyUnavailableException(string rule, string message, IReadOnlyList<KeyAttempt> attempts, Exception? innerException)
        : base(rule, message, null, null, innerException)
    {
        Attempts = attempts;
    }

    /// <summary>What was tried, in its order; empty where no key service was asked.</summary>
    public IReadOnlyList<KeyAttempt> Attempts { get; } = [];

    /// <summary>Whether it names a branch key of which no key store has shown that it exists.</summary>
    internal bool NamesUnprovenKey { get; set; }

    /// <summary>The same failure as an object of its own, for another caller.</summary>
    internal KeyUnavailableException Copy() => new(Rule, Message, Attempts, InnerException) { NamesUnprovenKey = NamesUnprovenKey };
}
