using System.Text;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>Keyrings, section 6.1: what names an AWS KMS key.</summary>
public sealed class KmsKeyIdentifierTests
{
    private const string Key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Replica = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd";

    [Fact]
    public void The_ARN_of_a_key_is_taken_apart()
    {
        var key = KmsKeyIdentifier.Parse(Key)!;

        Assert.Equal((Key, "aws", "eu-west-1", "111122223333"), (key.Text, key.Partition, key.Region, key.Account));
        Assert.Equal("1234abcd-12ab-34cd-56ef-1234567890ab", key.Value);
        Assert.Equal((true, true, false, false), (key.IsArn, key.IsKeyArn, key.IsAlias, key.IsMultiRegion));
    }

    [Fact]
    public void The_ARN_of_an_alias_is_no_ARN_of_a_key()
    {
        var alias = KmsKeyIdentifier.Parse("arn:aws-cn:kms:cn-north-1:111122223333:alias/mrk-a/b")!;

        Assert.Equal(("aws-cn", "cn-north-1", "mrk-a/b"), (alias.Partition, alias.Region, alias.Value));
        Assert.Equal((true, false, true, false), (alias.IsArn, alias.IsKeyArn, alias.IsAlias, alias.IsMultiRegion));
    }

    [Theory]
    [InlineData("alias/name", true, "name", false)]
    [InlineData("alias/mrk-name", true, "mrk-name", false)]
    [InlineData("1234abcd", false, "1234abcd", false)]
    [InlineData("mrk-1234abcd", false, "mrk-1234abcd", true)]
    [InlineData("a:b/c", false, "a:b/c", false)]
    public void A_text_that_is_no_ARN_is_an_alias_or_an_id(string text, bool isAlias, string value, bool isMultiRegion)
    {
        var key = KmsKeyIdentifier.Parse(text)!;

        Assert.Equal((isAlias, value, isMultiRegion), (key.IsAlias, key.Value, key.IsMultiRegion));
        Assert.Equal((false, false, ""), (key.IsArn, key.IsKeyArn, key.Region));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key/1234")]
    [InlineData("alias/")]
    [InlineData("arn:")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/1:2")]
    [InlineData("arn::kms:eu-west-1:111122223333:key/1")]
    [InlineData("arn:aws:s3:eu-west-1:111122223333:key/1")]
    [InlineData("arn:aws:kms::111122223333:key/1")]
    [InlineData("arn:aws:kms:evil.example/:111122223333:key/1")]
    [InlineData("arn:aws:kms:eu-west-1::key/1")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:grant/1")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:/1")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:KEY/1")]
    [InlineData("alias/ü")]
    public void What_is_neither_is_refused(string text)
    {
        Assert.Null(KmsKeyIdentifier.Parse(text));
        var error = Assert.Throws<ModelConfigurationException>(() => KmsKeyIdentifier.FromConfiguration(text));
        Assert.Equal("kms-key-id", error.Rule);
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public void An_identifier_has_at_most_2048_characters(int length, bool allowed)
        => Assert.Equal(allowed, KmsKeyIdentifier.Parse(new string('a', length)) is not null);

    [Theory]
    [InlineData("alias/a")]
    [InlineData("1234")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:alias/a")]
    public void Where_a_keys_ARN_is_needed_nothing_else_will_do(string text)
    {
        var error = Assert.Throws<ModelConfigurationException>(() => KmsKeyIdentifier.KeyArnFromConfiguration(text));

        Assert.Equal("kms-key-arn", error.Rule);
        Assert.Equal(Key, KmsKeyIdentifier.KeyArnFromConfiguration(Key).Text);
    }

    [Theory]
    [InlineData(Key, Key, true)]
    [InlineData(Replica, Replica, true)]
    [InlineData("alias/a", "alias/a", true)]
    [InlineData(Replica, "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd", true)]
    [InlineData(Key, "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", false)]
    [InlineData(Replica, "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abce", false)]
    [InlineData(Replica, "arn:aws:kms:us-east-1:444455556666:key/mrk-1234abcd", false)]
    [InlineData(Replica, "arn:aws-cn:kms:us-east-1:111122223333:key/mrk-1234abcd", false)]
    [InlineData(Replica, "arn:aws:kms:us-east-1:111122223333:alias/mrk-1234abcd", false)]
    [InlineData("mrk-1234abcd", Replica, false)]
    public void Replicas_of_one_key_differ_in_the_Region_alone(string configured, string stored, bool matches)
        => Assert.Equal(matches, KmsKeyIdentifier.Parse(configured)!.MatchesReplica(KmsKeyIdentifier.Parse(stored)!));

    [Fact]
    public void The_replica_in_another_Region_has_its_ARN()
        => Assert.Equal("arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd", KmsKeyIdentifier.Parse(Replica)!.WithRegion("us-east-1"));

    [Theory]
    [InlineData(Key, true)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:alias/a", false)]
    [InlineData("1234abcd", false)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/1 2", false)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/1\n2", false)]
    [InlineData("arn:aws:kms:evil.example:111122223333:key/1", false)]
    [InlineData("arn:aws:kms:example/eu-west-1:111122223333:key/1", false)]
    [InlineData("arn:aws:kms:EU-WEST-1:111122223333:key/1", false)]
    [InlineData("arn:aws:kms:eu_west_1:111122223333:key/1", false)]
    [InlineData("arn:aws:kms:-eu-west-1:111122223333:key/1", false)]
    [InlineData("arn:aws:kms:eu-west-1-:111122223333:key/1", false)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/'", false)]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/ü", false)]
    public void What_a_stored_item_names_is_the_ARN_of_a_key_or_nothing(string text, bool accepted)
        => Assert.Equal(accepted, KmsKeyIdentifier.ParseStored(Encoding.UTF8.GetBytes(text)) is not null);

    [Fact]
    public void What_a_stored_item_names_is_measured_before_it_is_converted()
        => Assert.Null(KmsKeyIdentifier.ParseStored(Encoding.UTF8.GetBytes(Key + new string('a', ushort.MaxValue - Key.Length))));

    [Theory]
    [InlineData(10, 8192, true)]
    [InlineData(11, 1, false)]
    [InlineData(1, 8193, false)]
    [InlineData(1, 0, false)]
    public void Grant_tokens_are_counted_and_measured(int count, int length, bool allowed)
    {
        var tokens = Enumerable.Repeat(new string('t', length), count).ToArray();
        if (allowed)
        {
            Assert.Equal(tokens, KmsGrantTokens.FromConfiguration(tokens));
            return;
        }

        Assert.Equal("kms-grant-tokens", Assert.Throws<ModelConfigurationException>(() => KmsGrantTokens.FromConfiguration(tokens)).Rule);
    }
}
