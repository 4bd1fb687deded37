using System.Text;

namespace Encrypted.Mapper;

/// <content>Keys that can't be had.</content>
internal static partial class Error
{
    // A stored item decides how many keys are tried. All stand in Attempts.
    private const int MaxAttemptsInMessage = 16;

    /// <summary>A key that can't be used, with what was tried in the message as well.</summary>
    public static KeyUnavailableException KeyUnavailable(string rule, string what, IReadOnlyList<KeyAttempt> attempts, Exception? innerException)
        => new(rule, $"{what} (rule {rule}). {Describe(attempts)}", attempts, innerException);

    /// <summary>Several failures as one: rule and inner exception of the first, the attempts of all in their order. One alone is returned as it is.</summary>
    public static KeyUnavailableException KeysUnavailable(IReadOnlyList<KeyUnavailableException> failures)
    {
        if (failures.Count == 1)
        {
            return failures[0];
        }

        var attempts = new List<KeyAttempt>();
        foreach (var failure in failures)
        {
            attempts.AddRange(failure.Attempts);
        }

        var first = failures[0];
        var message = new StringBuilder($"No key is available that the item could be read with; rule {first.Rule} for the first. ").Append(Describe(attempts));
        foreach (var failure in failures)
        {
            if (failure.Attempts.Count == 0)
            {
                message.Append(' ').Append(failure.Message);
            }
        }

        return new(first.Rule, message.ToString(), attempts, first.InnerException);
    }

    private static string Describe(IReadOnlyList<KeyAttempt> attempts)
    {
        var text = new StringBuilder(attempts.Count > 1 ? "Tried, in this order: " : "Tried: ");
        for (var i = 0; i < Math.Min(attempts.Count, MaxAttemptsInMessage); i++)
        {
            text.Append(i == 0 ? "" : "; ").Append(attempts[i].Operation).Append(" with '").Append(attempts[i].Key).Append("': ").Append(attempts[i].Outcome);
        }

        return text.Append(attempts.Count > MaxAttemptsInMessage ? "; and more." : ".").ToString();
    }
}
