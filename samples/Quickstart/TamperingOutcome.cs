using Encrypted.Mapper;

namespace Quickstart;

/// <summary>Either the patient that was loaded, or the refusal to load it.</summary>
internal sealed record TamperingOutcome(string What, Patient? Loaded, EncryptedDynamoException? Refusal);
