using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class DisposalTests
{
    [Fact]
    public async Task S16_No_signing_pair_outlives_the_context_that_made_it()
    {
        var selection = new KeySelection();
        selection.AddOwned(_ => new RawAesKeyring("tests", "first", new byte[32]));
        using var client = LocalDynamo.Connect();
        using var services = new ServiceCollection().BuildServiceProvider();
        using var keys = selection.Open(services, client, loggers: null);
        using var tables = new ProtectedTables(new ContextSettings(), keys, NullLogger.Instance);
        var table = tables.Get(SecretModel.Instance, null, null);
        var first = await PublicKeyAsync(table);
        Assert.Equal(first, await PublicKeyAsync(table));

        tables.Dispose();

        // The pair that waited for the next item is gone, and none is kept for another.
        string[] later = [await PublicKeyAsync(table), await PublicKeyAsync(table)];
        Assert.DoesNotContain(first, later);
        Assert.NotEqual(later[0], later[1]);
    }

    private static async Task<string> PublicKeyAsync(EntityTable table)
    {
        var stored = await table.EncryptAsync(new() { ["Key"] = new AttributeValue { S = "k" } }, CancellationToken.None);
        return ItemEncryptor.Describe(stored).StoredEncryptionContext["aws-crypto-public-key"];
    }
}
