using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>What came of parsing an encrypted entity.</summary>
/// <param name="TableName">Its table, if it names one.</param>
/// <param name="Attributes">Its top-level attributes.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="Spec">Its model, unless an error stands against it.</param>
internal sealed record ParsedEntity(
    string? TableName,
    IReadOnlyList<EntityAttribute> Attributes,
    IReadOnlyList<Finding> Findings,
    EntitySpec? Spec);
