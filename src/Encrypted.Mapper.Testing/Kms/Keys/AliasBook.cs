using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Which key each alias stands for.</summary>
internal sealed partial class AliasBook
{
    private readonly ConcurrentDictionary<KeyArn, KmsAlias> _aliases = new();

    public IEnumerable<KmsAlias> All => _aliases.Values;

    public void Create(KeyArn alias, KmsKey target, DateTimeOffset now)
    {
        RequireName(alias.Resource);
        Add(new(alias, RequireSameRegion(alias, target), now, now));
    }

    public void Add(KmsAlias alias)
    {
        if (!_aliases.TryAdd(alias.Arn, alias))
        {
            throw new KmsServiceException("AlreadyExistsException", $"An alias with the name {alias.Arn} already exists");
        }
    }

    public void Update(KeyArn alias, KmsKey target, DateTimeOffset now)
    {
        RequireName(alias.Resource);
        _aliases[alias] = Find(alias) with { Target = RequireSameRegion(alias, target), Updated = now };
    }

    public void Delete(KeyArn alias)
    {
        RequireName(alias.Resource);
        if (!_aliases.TryRemove(alias, out _))
        {
            throw NotFound(alias);
        }
    }

    public KmsAlias Find(KeyArn alias) => _aliases.TryGetValue(alias, out var found) ? found : throw NotFound(alias);

    private static KeyArn RequireSameRegion(KeyArn alias, KmsKey target)
        => target.Arn.Region == alias.Region ? target.Arn : throw KmsServiceException.NotFound($"Invalid arn {target.Arn.Region}");

    private static void RequireName(string name)
    {
        if (!NamePattern().IsMatch(name) || name.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            throw KmsServiceException.Validation("1 validation error detected: Value at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^alias/[a-zA-Z0-9/_-]+$, and must not begin with alias/aws/");
        }
    }

    private static KmsServiceException NotFound(KeyArn alias) => KmsServiceException.NotFound($"Alias {alias} is not found.");

    [GeneratedRegex("^alias/[a-zA-Z0-9/_-]{1,250}$")]
    private static partial Regex NamePattern();
}
