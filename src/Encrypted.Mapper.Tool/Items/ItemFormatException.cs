namespace Encrypted.Mapper.Tool.Items;

/// <summary>A line isn't an item in DynamoDB JSON. The message never holds a part of it.</summary>
internal sealed class ItemFormatException(string rule, string why) : Exception($"The line is not an item in DynamoDB JSON: {why} (rule {rule}).");
