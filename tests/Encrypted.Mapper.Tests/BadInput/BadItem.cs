using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Tests.BadInput;

/// <summary>An item that can't be written, and what its refusal says.</summary>
/// <param name="What">What is wrong with it.</param>
/// <param name="Attribute">The attribute that the error names: <c>*</c> if the configuration doesn't know it.</param>
/// <param name="Rule">The rule that the error names.</param>
/// <param name="Change">Makes a good item bad.</param>
internal sealed record BadItem(string What, string Attribute, string Rule, Action<Dictionary<string, AttributeValue>> Change)
{
    /// <summary>Part of every bad value, which no error may show.</summary>
    public const string Mark = "qZx7";

    /// <summary>A configuration's worth of attributes, all of them good.</summary>
    public static Dictionary<string, AttributeValue> Good() => new()
    {
        ["Id"] = new() { S = Mark },
        ["Visit"] = new() { N = "7" },
        ["Clinic"] = new() { S = Mark },
        ["Ssn"] = new() { S = Mark },
    };

    public override string ToString() => What;
}
