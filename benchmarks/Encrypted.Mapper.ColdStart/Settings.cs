namespace Encrypted.Mapper.ColdStart;

/// <summary>What a started process is told: <c>start dynamodb kms prefix key store branch-key</c>.</summary>
/// <param name="Start">How it starts.</param>
/// <param name="DynamoDB">The endpoint of DynamoDB Local.</param>
/// <param name="Kms">The endpoint of the local KMS.</param>
/// <param name="Prefix">The prefix of all tables.</param>
/// <param name="KeyArn">The KMS key's ARN.</param>
/// <param name="BranchKeyId">The branch key's id.</param>
internal sealed record Settings(Start Start, string DynamoDB, string Kms, string Prefix, string KeyArn, string BranchKeyId)
{
    public string[] ToArguments() => [Start.ToString(), DynamoDB, Kms, Prefix, KeyArn, BranchKeyId];

    public static Settings? FromArguments(string[] arguments)
        => arguments.Length == 6 && Enum.TryParse<Start>(arguments[0], out var start)
            ? new(start, arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
            : null;
}
