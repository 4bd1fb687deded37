namespace Encrypted.Mapper.Testing.Kms;

/// <summary>A grant of one key. Without an encryption context of the call, as with DescribeKey, its constraints say nothing.</summary>
internal sealed record KmsGrant(
    string Id,
    string Token,
    string Name,
    string Grantee,
    string? RetiringPrincipal,
    IReadOnlyList<string> Operations,
    IReadOnlyDictionary<string, string>? ContextSubset,
    IReadOnlyDictionary<string, string>? ContextEquals,
    DateTimeOffset Created)
{
    public bool Allows(string caller, string callerArn, string permission, IReadOnlyDictionary<string, string>? context)
        => (Grantee == callerArn || Grantee == caller) && Operations.Contains(permission) && (context is null || Satisfies(context));

    /// <summary>Tells whether another grant of this name may stand for it: the service then answers with the first one's id.</summary>
    public bool IsRepeatedBy(KmsGrant other)
        => Name.Length > 0 && Name == other.Name && Grantee == other.Grantee && RetiringPrincipal == other.RetiringPrincipal
            && Operations.Count == other.Operations.Count && Operations.All(other.Operations.Contains)
            && AreSame(ContextSubset, other.ContextSubset) && AreSame(ContextEquals, other.ContextEquals);

    private bool Satisfies(IReadOnlyDictionary<string, string> context)
        => (ContextSubset is null || Holds(context, ContextSubset)) && (ContextEquals is null || AreSame(context, ContextEquals));

    private static bool AreSame(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right)
        => (left?.Count ?? 0) == (right?.Count ?? 0) && (left is null || right is null || Holds(left, right));

    private static bool Holds(IReadOnlyDictionary<string, string> context, IReadOnlyDictionary<string, string> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            if (!context.TryGetValue(name, out var other) || other != value)
            {
                return false;
            }
        }

        return true;
    }
}
