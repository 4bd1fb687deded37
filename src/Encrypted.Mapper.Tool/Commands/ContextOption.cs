using System.CommandLine;

namespace Encrypted.Mapper.Tool.Commands;

/// <summary>The pairs that KMS binds to a new branch key: <c>--context name=value</c>, as often as there are pairs.</summary>
internal static class ContextOption
{
    public static Option<Dictionary<string, string>?> Create() => new("--context")
    {
        Description = "A pair that KMS binds to the key, in clear; may be given several times.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = static result =>
        {
            var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var token in result.Tokens)
            {
                var separator = token.Value.IndexOf('=', StringComparison.Ordinal);
                if (separator <= 0)
                {
                    result.AddError("--context must be NAME=VALUE.");
                    return null;
                }

                if (!pairs.TryAdd(token.Value[..separator], token.Value[(separator + 1)..]))
                {
                    result.AddError("--context names a pair twice.");
                    return null;
                }
            }

            return pairs;
        },
    };
}
