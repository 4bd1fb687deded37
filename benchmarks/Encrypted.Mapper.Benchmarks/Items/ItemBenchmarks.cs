using Amazon.DynamoDBv2.Model;
using BenchmarkDotNet.Attributes;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Benchmarks.Items;

/// <summary>Encryption and decryption of whole items, beside the primitive calls that they can't do without.</summary>
public class ItemBenchmarks
{
    private ItemCase _case = null!;

    [Params(ItemSize.OneKilobyte, ItemSize.HundredKilobytes)]
    public ItemSize Size { get; set; }

    [Params(AlgorithmSuite.SymSigHmacSha384, AlgorithmSuite.EcdsaP384SymSigHmacSha384)]
    public AlgorithmSuite Suite { get; set; }

    [GlobalSetup]
    public async Task Prepare()
        => _case = await ItemCase.CreateAsync(attributes: 10, encrypted: 5, valueLength: Size == ItemSize.OneKilobyte ? 100 : 11_000, Suite);

    [Benchmark]
    public void EncryptFloor() => _case.Floor.Encrypt();

    [Benchmark]
    public ValueTask<Dictionary<string, AttributeValue>> Encrypt() => _case.Encryptor.EncryptAsync(_case.Plain);

    [Benchmark]
    public void DecryptFloor() => _case.Floor.Decrypt();

    [Benchmark]
    public ValueTask<Dictionary<string, AttributeValue>> Decrypt() => _case.Encryptor.DecryptAsync(_case.Protected);

    [GlobalCleanup]
    public void CleanUp() => _case.Dispose();
}
