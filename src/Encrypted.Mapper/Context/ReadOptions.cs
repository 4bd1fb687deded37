using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context;

/// <summary>How a stored item is read.</summary>
/// <param name="Conversion">The conversion in force.</param>
/// <param name="Key">The key that was asked for, which the verified item must have; <see langword="null"/> for queries and scans.</param>
internal readonly record struct ReadOptions(ConversionOptions Conversion, Dictionary<string, AttributeValue>? Key = null);
