using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>
/// Items for two recipients. A reader vouches for its own tag only (wire format, section 10, step 16); the other's part of
/// the header is covered by commitment and record all the same.
/// </summary>
public sealed class RecipientTests
{
    private const int TagLength = 48;
    private const string TagSection = "9, 10 step 16: another recipient's tag";

    private static readonly TestKey First = new("first", 1);
    private static readonly TestKey Second = new("second", 2);

    [Theory]
    [InlineData(1, "67 00", 0)]
    [InlineData(2, "67 00", 1)]
    public async Task No_bit_can_be_changed_but_in_the_other_recipients_tag(int version, string suite, int reader)
    {
        var (judgement, item) = await BeginAsync(version, suite, reader);
        var flips = BitFlips.OfAttribute(item, "aws_dbe_foot").Concat(BitFlips.OfAttribute(item, "aws_dbe_head"));
        var tolerated =
            from at in Enumerable.Range((1 - reader) * TagLength, TagLength)
            from bit in Enumerable.Range(0, 8)
            select ($"aws_dbe_foot: byte {at} bit {bit}", TagSection);
        await judgement.AllRefusedExcept(flips, [.. tolerated]);
    }

    [Fact]
    public async Task Beside_a_signature_no_bit_of_the_own_tag_can_be_changed()
    {
        var (judgement, item) = await BeginAsync(2, "67 01", 1);
        var flips = BitFlips.OfAttribute(item, "aws_dbe_foot").Skip(8 * TagLength).Take(8 * TagLength);
        await judgement.AllRefusedExcept(flips);
    }

    [Theory]
    [InlineData(1, "67 00", 0)]
    [InlineData(1, "67 01", 1)]
    [InlineData(2, "67 00", 1)]
    public async Task Tags_may_change_places_but_neither_be_lost_nor_doubled_in_length(int version, string suite, int reader)
    {
        var (judgement, item) = await BeginAsync(version, suite, reader);
        var footer = item["aws_dbe_foot"].Bytes;
        var tags = new[] { footer[..TagLength], footer[TagLength..(2 * TagLength)] };
        var signature = footer[(2 * TagLength)..];
        var (own, others) = (tags[reader], tags[1 - reader]);
        await judgement.AllRefusedExcept(
            [
                Footer("tags in the other order", tags[1], tags[0], signature),
                Footer("own tag twice", own, own, signature),
                Footer("other's tag twice", others, others, signature),
                Footer("only the own tag", own, signature),
                Footer("only the other's tag", others, signature),
                Footer("one more tag", tags[0], tags[1], own, signature),
                Footer("no tag", signature),
            ],
            ("tags in the other order", "10 step 16: at least one tag"),
            ("own tag twice", TagSection));

        Mutation Footer(string what, params byte[][] parts) => Mutation.Replace(what, item, "aws_dbe_foot", Value.B([.. parts.SelectMany(p => p)]));
    }

    [Theory]
    [InlineData(1, "67 00")]
    [InlineData(2, "67 01")]
    public async Task A_key_that_is_no_recipient_reads_nothing(int version, string suite)
    {
        var subject = Subject.Of(version, suite);
        var item = await subject.ProtectAsync(new TeeKeyring(First.Keyring, Second.Keyring));
        foreach (var stranger in new[] { new TestKey("third", 1), new TestKey("first", 3), new TestKey("second", 1) })
        {
            var error = await Assert.ThrowsAsync<ItemVerificationException>(async () =>
                await new ItemEncryptor(subject.Configuration, stranger.Keyring).DecryptAsync(SdkItems.ToSdk(item)));

            // S21: that the name is unknown, or that the key is another, makes no difference.
            Assert.Equal("data-key", error.Rule);
            Assert.Null(error.InnerException);
        }
    }

    private static async Task<(Judgement Judgement, Dictionary<string, Value> Item)> BeginAsync(int version, string suite, int reader)
    {
        var subject = Subject.Of(version, suite);
        var key = reader == 0 ? First : Second;
        var item = await subject.ProtectAsync(new TeeKeyring(First.Keyring, Second.Keyring));
        return (new(new ItemEncryptor(subject.Configuration, key.Keyring), subject.Table, key.Recipient, item), item);
    }
}
