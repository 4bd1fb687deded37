using System.Text.Json.Nodes;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Keyrings, section 4, against <c>@aws-crypto/raw-aes-keyring-node</c>.</summary>
public sealed class RawAesTests(ForeignProgram program)
{
    public static TheoryData<int, string> LengthsAndContexts
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var length in new[] { 16, 24, 32 })
            {
                foreach (var context in Contexts.Names)
                {
                    data.Add(length, context.Data);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LengthsAndContexts))]
    public async Task What_ours_wraps_the_foreign_keyring_unwraps(int keyLength, string context)
    {
        using var ours = Ours(keyLength);

        await Exchange.OursIsReadByBothAsync(ours, Foreign(keyLength), Contexts.Named(context));
    }

    [Theory]
    [MemberData(nameof(LengthsAndContexts))]
    public async Task What_the_foreign_keyring_wraps_ours_unwraps(int keyLength, string context)
    {
        using var ours = Ours(keyLength);

        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(keyLength), Contexts.Named(context));
    }

    [Fact]
    public async Task A_key_that_was_given_is_wrapped_and_unwrapped_as_it_is()
    {
        using var ours = Ours(32);

        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(32), Contexts.Item(), intermediateKey: Key(32, first: 100));
    }

    [Fact]
    public async Task Names_may_have_any_characters()
    {
        using var ours = Ours(32, "Straße\U0001F511", "ключ/1");
        var foreign = Foreign(32, "Straße\U0001F511", "ключ/1");

        await Exchange.OursIsReadByBothAsync(ours, foreign, Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(ours, foreign, Contexts.Item());
    }

    [Fact]
    public async Task Both_refuse_under_another_context()
    {
        using var ours = Ours(32);
        var foreign = Foreign(32);
        var (written, _) = await Exchange.WriteAsync(ours, Contexts.Item());
        var foreignWritten = Exchange.Complete(await foreign.WrapAsync(Contexts.Item()), Contexts.Item());

        Assert.Null(await foreign.UnwrapAsync(written, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(ours, written, Contexts.Other()));
        Assert.Null(await foreign.UnwrapAsync(foreignWritten, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(ours, foreignWritten, Contexts.Other()));
    }

    [Fact]
    public async Task Both_refuse_under_another_key()
    {
        using var ours = Ours(32);
        using var others = new RawAesKeyring("interop", "first", Key(32, first: 1));
        var (written, _) = await Exchange.WriteAsync(others, Contexts.Item());

        Assert.Null(await Foreign(32).UnwrapAsync(written, Contexts.Item()));
        Assert.Null(await Exchange.ReadAsync(ours, written, Contexts.Item()));
    }

    private static byte[] Key(int length, int first = 0) => [.. Enumerable.Range(first, length).Select(value => (byte)value)];

    private static RawAesKeyring Ours(int keyLength, string keyNamespace = "interop", string keyName = "first") => new(keyNamespace, keyName, Key(keyLength));

    private ForeignKeyring Foreign(int keyLength, string keyNamespace = "interop", string keyName = "first") => new(program, new JsonObject
    {
        ["type"] = "rawAes",
        ["keyNamespace"] = keyNamespace,
        ["keyName"] = keyName,
        ["key"] = Wire.Bytes(Key(keyLength)),
    });
}
