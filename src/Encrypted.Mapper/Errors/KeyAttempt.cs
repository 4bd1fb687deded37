namespace Encrypted.Mapper;

/// <summary>One try to use a key, as <see cref="KeyUnavailableException.Attempts"/> lists them.</summary>
/// <param name="Operation">What was asked for, as policies name it: <c>kms:Decrypt</c>, <c>dynamodb:GetItem</c>.</param>
/// <param name="Key">The key's ARN as configured, or the branch key's id; the table's name where a key store's table is described or created.</param>
/// <param name="Outcome">The service's error code, such as <c>AccessDeniedException</c>, or what else came of it.</param>
public sealed record KeyAttempt(string Operation, string Key, string Outcome);
