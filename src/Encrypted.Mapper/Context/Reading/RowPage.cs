using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>One page of stored rows, before verification.</summary>
/// <param name="Rows">The rows as stored.</param>
/// <param name="NextKey">Where the next page starts; <see langword="null"/> or empty after the last page.</param>
internal readonly record struct RowPage(IReadOnlyList<Dictionary<string, AttributeValue>> Rows, Dictionary<string, AttributeValue>? NextKey);
