using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Tests.Models.Plain;

/// <summary>Plain types with room for a tagged subclass.</summary>
internal static class Letters
{
    [DynamoDBTable("Letters")]
    public class Letter
    {
        [DynamoDBHashKey]
        public string Id { get; set; } = "";

        public virtual string? Text { get; set; }
    }

    public sealed class SecretLetter : Letter
    {
        [Encrypted]
        public override string? Text { get; set; }
    }

    [DynamoDBTable("Letters")]
    public sealed class Envelope
    {
        [DynamoDBHashKey]
        public string Id { get; set; } = "";

        public Letter? Body { get; set; }

        public List<Letter>? Copies { get; set; }

        public Dictionary<string, Letter>? ByName { get; set; }

        public Inner? Inside { get; set; }

        [DynamoDBIgnore]
        public object? Ignored { get; set; }
    }

    public sealed class Inner
    {
        public Letter[]? Bodies { get; set; }
    }
}
