using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>A small table for tests in which the item itself doesn't matter.</summary>
internal static class Items
{
    public static ItemEncryptorConfiguration Configuration { get; } = new()
    {
        LogicalTableName = "Patients",
        PartitionKey = "Id",
        Actions = new Dictionary<string, CryptoAction>
        {
            ["Id"] = CryptoAction.SignOnly,
            ["Ssn"] = CryptoAction.EncryptAndSign,
        },
        AlgorithmSuite = AlgorithmSuite.SymSigHmacSha384,
    };

    public static Dictionary<string, AttributeValue> Plain() => new()
    {
        ["Id"] = new() { S = "p-1" },
        ["Ssn"] = new() { S = "078-05-1120" },
    };
}
