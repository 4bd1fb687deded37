using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tests.Support;
using Encrypted.Mapper.Tests.Tampering;
using Xunit;

namespace Encrypted.Mapper.Tests.BadInput;

/// <summary>A whole and true item, read with another key, for another table, or by another configuration.</summary>
public sealed class WrongSettingTests
{
    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task The_wrong_key(int version, string suite)
        => await AssertRefusedAsync(version, suite, "data-key", s => s, new RawAesKeyring("ns", "k", new byte[32]));

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task The_right_key_under_another_name(int version, string suite)
        => await AssertRefusedAsync(version, suite, "data-key", s => s, new RawAesKeyring("ns", "k2", Subject.Key.Bytes));

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task The_wrong_table(int version, string suite)
        => await AssertRefusedAsync(version, suite, "data-key", s => s with { LogicalTableName = "Subjects2" }, Subject.Key.Keyring);

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task Keys_exchanged(int version, string suite)
        => await AssertRefusedAsync(version, suite, "data-key", s => s with { PartitionKey = "sk", SortKey = "pk" }, Subject.Key.Keyring);

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_sort_key(int version, string suite)
        => await AssertRefusedAsync(version, suite, "data-key", s => s with { SortKey = null }, Subject.Key.Keyring);

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task A_prefix_that_leaves_signed_attributes_out(int version, string suite)
        => await AssertRefusedAsync(
            version,
            suite,
            "attribute-removed",
            s => s with { UnsignedPrefix = "t", Actions = s.Actions.Where(a => a.Key[0] is not ('t' or ':')).ToDictionary() },
            Subject.Key.Keyring);

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_prefix_so_that_an_unsigned_attribute_is_in_scope(int version, string suite)
        => await AssertRefusedAsync(
            version,
            suite,
            "attribute-added",
            s => s with { UnsignedPrefix = null, Actions = s.Actions.Where(a => a.Key[0] != ':').ToDictionary() },
            Subject.Key.Keyring);

    [Theory]
    [InlineData("aws_dbe_head", "header-missing")]
    [InlineData("aws_dbe_foot", "footer-missing")]
    [InlineData("aws_dbe_head aws_dbe_foot", "not-protected")]
    public async Task No_header_or_footer(string missing, string rule)
    {
        var subject = Subject.Of(1, "67 01");
        var item = (await subject.ProtectAsync()).Where(p => !missing.Split(' ').Contains(p.Key)).ToDictionary();
        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await subject.Encryptor.DecryptAsync(SdkItems.ToSdk(item)));
        Assert.Equal(rule, error.Rule);
    }

    [Fact]
    public async Task A_plain_item()
    {
        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () =>
            await Subject.Of(1, "67 01").Encryptor.DecryptAsync(SdkItems.ToSdk(Subject.Plain())));
        Assert.Equal("not-protected", error.Rule);
        Assert.DoesNotContain(Subject.Marks, error.ToString().Contains);
    }

    [Theory]
    [InlineData("aws_dbe_head")]
    [InlineData("aws_dbe_foot")]
    public async Task Half_a_header_is_no_plain_item_even_where_those_may_be_read(string missing)
    {
        var subject = Subject.Of(1, "67 01");
        var lenient = new ItemEncryptor(subject.Configuration with { PlaintextPolicy = PlaintextPolicy.ForbidPlaintextWriteAllowPlaintextRead }, Subject.Key.Keyring);
        var item = await subject.ProtectAsync();
        item.Remove(missing);
        await Assert.ThrowsAsync<ItemVerificationException>(async () => await lenient.DecryptAsync(SdkItems.ToSdk(item)));
    }

    private static async Task AssertRefusedAsync(
        int version,
        string suite,
        string rule,
        Func<ItemEncryptorConfiguration, ItemEncryptorConfiguration> change,
        RawAesKeyring keyring)
    {
        var subject = Subject.Of(version, suite);
        var item = SdkItems.ToSdk(await subject.ProtectAsync());
        var configuration = change(subject.Configuration);

        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await new ItemEncryptor(configuration, keyring).DecryptAsync(item));
        Assert.Equal(rule, error.Rule);
        Assert.Equal(configuration.LogicalTableName, error.TableName);
        Assert.DoesNotContain(Subject.Marks, error.ToString().Contains);
    }
}
