using Amazon.DynamoDBv2.Model;
using BenchmarkDotNet.Attributes;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Benchmarks.Items;

/// <summary>
/// How the cost grows with the number of attributes, half of which are encrypted. Without signatures, one of which costs as
/// much as some hundred attributes.
/// </summary>
public class AttributeCountBenchmarks
{
    private const int ValueLength = 20;

    private ItemCase _case = null!;

    [Params(1, 10, 50, 100, 200)]
    public int Attributes { get; set; }

    [GlobalSetup]
    public async Task Prepare() => _case = await ItemCase.CreateAsync(Attributes, Attributes / 2, ValueLength, AlgorithmSuite.SymSigHmacSha384);

    [Benchmark]
    public ValueTask<Dictionary<string, AttributeValue>> Encrypt() => _case.Encryptor.EncryptAsync(_case.Plain);

    [Benchmark]
    public ValueTask<Dictionary<string, AttributeValue>> Decrypt() => _case.Encryptor.DecryptAsync(_case.Protected);

    [GlobalCleanup]
    public void CleanUp() => _case.Dispose();
}
