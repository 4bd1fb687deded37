using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>What is done to the item of a line.</summary>
/// <param name="item">The item.</param>
/// <param name="writer">Where the result is written. What a failed operation wrote is discarded.</param>
/// <param name="cancellationToken">Cancels the operation.</param>
internal delegate ValueTask ItemOperation(Dictionary<string, AttributeValue> item, Utf8JsonWriter writer, CancellationToken cancellationToken);
