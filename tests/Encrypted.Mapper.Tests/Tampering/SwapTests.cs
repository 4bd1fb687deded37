using Encrypted.Mapper.IndependentReader;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>Attributes of one item put into another of the same table, under the same keys.</summary>
public sealed class SwapTests
{
    private static readonly string[] Names = ["pk", "sk", "secret", "count", "ctx", ":hint", "aws_dbe_head", "aws_dbe_foot"];

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_part_of_one_item_can_stand_in_another(int version, string suite)
    {
        var subject = Subject.Of(version, suite);
        var item = await subject.ProtectAsync(Small("pK7", "17", "qZx7", "5", "xH6", "mG1k"));
        var other = await subject.ProtectAsync(Small("other", "18", "x", "6", "y", "z"));
        await new Judgement(subject, item).AllRefusedExcept(
            Mixtures(item, other).Where(m => m.What != "all that is protected" && m.What != "everything"),
            (":hint", "2.1: unsigned"));
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_part_of_an_items_older_state_can_stand_in_its_newer_one(int version, string suite)
    {
        var subject = Subject.Of(version, suite);
        var newer = await subject.ProtectAsync(Small("pK7", "17", "qZx7", "5", "xH6", "mG1k"));
        var older = await subject.ProtectAsync(Small("pK7", "17", "older", "4", "older", "older"));
        var mixtures = Mixtures(newer, older)
            .Where(m => m.What != "all that is protected" && m.What != "everything")
            .Where(m => m.What.Contains("secret") || m.What.Contains("count") || m.What.Contains("ctx") || m.What.Contains("aws_dbe"));
        await new Judgement(subject, newer).AllRefusedExcept(mixtures.Where(m => !IsWholeOlderState(m, older)));
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task Two_encryptions_of_the_same_item_do_not_mix(int version, string suite)
    {
        var subject = Subject.Of(version, suite);
        var plain = Small("pK7", "17", "qZx7", "5", "xH6", "mG1k");
        var first = await subject.ProtectAsync(plain);
        var second = await subject.ProtectAsync(plain);
        string[][] parts = [["secret"], ["aws_dbe_head"], ["aws_dbe_foot"], ["secret", "aws_dbe_head"], ["secret", "aws_dbe_foot"], ["aws_dbe_head", "aws_dbe_foot"]];
        await new Judgement(subject, first).AllRefusedExcept(parts.Select(part => Mixture(first, second, part)));
    }

    private static Dictionary<string, Value> Small(string pk, string sk, string secret, string count, string ctx, string hint) => new()
    {
        ["pk"] = Value.S(pk),
        ["sk"] = Value.N(sk),
        ["secret"] = Value.S(secret),
        ["count"] = Value.N(count),
        ["ctx"] = Value.S(ctx),
        ["ctxNum"] = Value.N("1"),
        ["ctxMap"] = Value.M([]),
        [":hint"] = Value.S(hint),
    };

    private static bool IsWholeOlderState(Mutation mixture, Dictionary<string, Value> older)
        => mixture.Item.Where(p => p.Key != ":hint").All(p => DynamoJson.Write(p.Value) == DynamoJson.Write(older[p.Key]));

    /// <summary>Every way to take some of the attributes from the other item.</summary>
    private static IEnumerable<Mutation> Mixtures(Dictionary<string, Value> item, Dictionary<string, Value> other)
        => from subset in Enumerable.Range(1, (1 << Names.Length) - 1)
           select Mixture(item, other, Names.Where((_, i) => (subset & (1 << i)) != 0).ToArray());

    private static Mutation Mixture(Dictionary<string, Value> item, Dictionary<string, Value> other, string[] names)
    {
        var mixed = new Dictionary<string, Value>(item);
        foreach (var name in names)
        {
            mixed[name] = other[name];
        }

        var what = names.Length == Names.Length ? "everything"
            : names.Length == Names.Length - 1 && !names.Contains(":hint") ? "all that is protected"
            : string.Join(", ", names);
        return new(what, mixed);
    }
}
