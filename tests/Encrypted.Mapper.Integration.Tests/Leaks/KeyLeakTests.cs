using System.Security.Cryptography;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Integration.Tests.Leaks;

/// <summary>The leak test for keys of every kind, for items without a context, and for what a caller's own code throws within ours.</summary>
public sealed class KeyLeakTests : IDisposable
{
    private const string Secret = "planted-secret-value-5d20c1";
    private const string InClear = "planted-signed-value-e8a644";

    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(value => (byte)((value * 41) + 5))];

    private readonly Outputs _outputs = new();
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _rsa.Dispose();
        _outputs.Dispose();
    }

    [Fact]
    public async Task S27_No_keyring_says_anything_of_its_key_or_of_the_item()
    {
        using var source = new InMemoryBranchKeySource();
        source.Add(new BranchKey("tenant", Guid.NewGuid(), s_key));
        using var rsa = Rsa(_rsa);
        using var otherRsa = RSA.Create(2048);
        using var otherPrivateKey = Rsa(otherRsa);
        using var aes = new RawAesKeyring("tests", "planted", s_key);
        using var otherAes = new RawAesKeyring("tests", "planted", new byte[32]);
        (IKeyring Writer, IKeyring Reader)[] pairs =
        [
            (aes, otherAes),
            (rsa, otherPrivateKey),
            (new MultiKeyring(aes, rsa), new MultiKeyring(otherAes, otherPrivateKey)),
            (new HierarchicalKeyring(source, "tenant"), new HierarchicalKeyring(source, new ParsingSelector())),
            (new HierarchicalKeyring(source, "tenant"), otherAes),
        ];
        foreach (var (writer, reader) in pairs)
        {
            var protectedItem = await Encryptor(writer).EncryptAsync(Item());
            Assert.Equal(Secret, (await Encryptor(writer).DecryptAsync(protectedItem))["secret"].S);
            await FailAsync<ItemVerificationException>(async () => await Encryptor(reader).DecryptAsync(protectedItem));
            await FailAsync<InvalidItemException>(async () => await Encryptor(writer).EncryptAsync(new(Item()) { ["secret"] = new() { S = Secret + "\ud800" } }));
        }

        await FailAsync<ModelConfigurationException>(() => Task.FromResult(new RawRsaKeyring("tests", "planted", RawRsaPadding.OaepSha256, "", _rsa.ExportPkcs8PrivateKeyPem().AsSpan(0, 200))));
        await FailAsync<KeyUnavailableException>(async () => await Encryptor(new HierarchicalKeyring(source, "unknown")).EncryptAsync(Item()));
        AssertNothingLeaked();
    }

    [Fact]
    public async Task S27_A_registered_context_with_a_local_key_says_nothing_either()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var path = Path.Combine(_folder, "local.key");
        using var local = LocalKeyFile.OpenOrCreate(path);
        var key = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await using (var services = Services(table, path))
        {
            var context = services.GetRequiredService<IDynamoDBContext>();
            await context.SaveAsync(new Visit { Id = InClear, Number = 1, Clinic = InClear, Ssn = Secret });
            Assert.Equal(Secret, (await context.LoadAsync<Visit>(InClear, 1)).Ssn);
            await FailAsync<ProtectedAttributeException>(() => context.ScanAsync<Visit>(OfSecret()).GetRemainingAsync());
            await context.UpdateAsync<Visit>(InClear, 1, visit => { visit.Clinic = InClear + "2"; });
            await FailAsync<ItemNotFoundException>(() => context.UpdateAsync<Visit>(InClear, 9, _ => { }));
        }

        await File.WriteAllBytesAsync(path, key[..^1], TestContext.Current.CancellationToken);
        await FailAsync<KeyUnavailableException>(() => Task.FromResult(LocalKeyFile.OpenOrCreate(path)));

        AssertNothingLeaked(Mark.OfBytes("local key", key[^32..]));
    }

    private static Dictionary<string, AttributeValue> Item() => new() { ["pk"] = new() { S = InClear }, ["secret"] = new() { S = Secret } };

    private static ContextExpression OfSecret()
    {
        var expression = new ContextExpression();
        expression.SetFilter<Visit>(visit => visit.Ssn == Secret);
        return expression;
    }

    private static ItemEncryptor Encryptor(IKeyring keyring) => new(
        new()
        {
            LogicalTableName = "Planted",
            PartitionKey = "pk",
            Actions = new Dictionary<string, CryptoAction> { ["pk"] = CryptoAction.SignOnly, ["secret"] = CryptoAction.EncryptAndSign },
        },
        keyring);

    private static RawRsaKeyring Rsa(RSA key)
        => new("tests", "planted", RawRsaPadding.OaepSha256, key.ExportSubjectPublicKeyInfoPem(), key.ExportPkcs8PrivateKeyPem());

    private ServiceProvider Services(TestTable table, string path)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(_outputs);
        services.AddEncryptedDynamo(dynamo => dynamo.UseLocalKey(path).UseClient(_ => table.Client).ConfigureContext(config => config.TableNamePrefix = table.Prefix));
        return services.BuildServiceProvider();
    }

    private async Task FailAsync<TException>(Func<Task> action)
        where TException : Exception
        => _outputs.Add(await Assert.ThrowsAsync<TException>(action));

    private void AssertNothingLeaked(params Mark[] further)
    {
        Mark[] marks = [Mark.OfText("encrypted value", Secret), Mark.OfText("signed value", InClear), Mark.OfBytes("key", s_key), Mark.OfBytes("private key", _rsa.ExportParameters(true).D!), .. further];
        Assert.NotEmpty(_outputs.Texts);
        Assert.Empty(from text in _outputs.Texts from mark in marks where mark.IsIn(text) select $"{mark.Name}: {text}");
    }

    /// <summary>Chooses by a part of the key that isn't there, as a selector of somebody's might.</summary>
    private sealed class ParsingSelector : IBranchKeySelector
    {
        public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes)
            => throw new FormatException($"'{attributes["pk"].S}' names no tenant.");
    }
}
