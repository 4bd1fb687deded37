using Encrypted.Mapper.IndependentReader;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>Attributes removed, added, renamed, exchanged and given other types.</summary>
public sealed class AttributeTests
{
    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_attribute_can_be_removed_but_an_unsigned_one(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        var singles = item.Keys.Select(name => Without(item, name));
        var pairs = from a in item.Keys from b in item.Keys where string.CompareOrdinal(a, b) < 0 select Without(item, a, b);
        await judgement.AllRefusedExcept(singles.Concat(pairs), ("without :hint", "2.1: unsigned"));
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_attribute_can_be_added_within_the_signatures_scope(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        string[] names = ["a", "textx", "zzzzzzzzzz", "Text", "名", "\uD800", "", "aws-crypto-x", ":new", "aws_dbe_b_text", "aws_dbe_v_1"];
        var additions =
            from name in names
            from value in new[] { Value.S("wQ9"), Value.N("1"), Value.B([0, 1]), Value.M(Subject.Plain()) }
            select Mutation.Replace($"with {name}: {DynamoJson.Write(value)}", item, name, value);
        var unsigned = additions.Select(a => a.What).Where(what => what.StartsWith("with :new", StringComparison.Ordinal)).Select(what => (what, "2.1: within the unsigned prefix"));
        var dropped = additions.Select(a => a.What).Where(what => what.StartsWith("with aws_dbe_", StringComparison.Ordinal)).Select(what => (what, "2.1, 10 step 19: unsigned, and dropped"));
        await judgement.AllRefusedExcept(additions.DistinctBy(a => a.What), [.. unsigned.Concat(dropped).Distinct()]);
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_attribute_can_be_renamed_but_from_one_unsigned_name_to_another(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        var renamings =
            from name in item.Keys
            from newName in new[] { name + "2", name[..^1] + "~", name.ToUpperInvariant(), "n", ":" + name, "aws_dbe_" + name, name.Normalize() + "\u0301" }
            where !item.ContainsKey(newName)
            select Renamed(item, name, newName);
        await judgement.AllRefusedExcept(
            renamings,
            (":hint becomes :hint2", "2.1: unsigned before and after"),
            (":hint becomes :hin~", "2.1"),
            (":hint becomes :HINT", "2.1"),
            (":hint becomes ::hint", "2.1"),
            (":hint becomes aws_dbe_:hint", "2.1, 10 step 19: dropped"),
            (":hint becomes :hint\u0301", "2.1"));
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_two_values_of_an_item_can_be_exchanged(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        var exchanges =
            from a in item.Keys
            from b in item.Keys
            where string.CompareOrdinal(a, b) < 0
            select new Mutation($"{a} and {b} exchanged", new(item) { [a] = item[b], [b] = item[a] });
        await judgement.AllRefusedExcept(exchanges);
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_value_can_take_the_place_of_another_type(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        var replacements =
            from name in Subject.Of(version, suite).ProtectedNames
            from value in Lookalikes(item[name]).Concat(Subject.Plain().Values)
            where DynamoJson.Write(value) != DynamoJson.Write(item[name])
            select Mutation.Replace($"{name} becomes {DynamoJson.Write(value)}", item, name, value);
        await judgement.AllRefusedExcept(
            replacements.DistinctBy(r => r.What),
            ("count becomes {\"N\": \"100000\"}", "7.3: 1E5"),
            ("zero becomes {\"N\": \"0\"}", "7.3: 0E1"),
            ("ctxNum becomes {\"N\": \"100\"}", "7.3, 5.3: 1E2"));
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_collection_can_be_rearranged_but_the_order_of_a_set(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        var list = item["list"].Elements;
        var map = item["map"].Entries;
        await judgement.AllRefusedExcept(
            [
                Mutation.Replace("string set reversed", item, "tags", Value.SS(item["tags"].Texts.AsEnumerable().Reverse())),
                Mutation.Replace("number set reversed", item, "nums", Value.NS(item["nums"].Texts.AsEnumerable().Reverse())),
                Mutation.Replace("number set respelled", item, "nums", Value.NS(["2.0", "1e1"])),
                Mutation.Replace("binary set reversed", item, "blobs", Value.BS(item["blobs"].Blobs.AsEnumerable().Reverse())),
                Mutation.Replace("string set with a duplicate", item, "tags", Value.SS([.. item["tags"].Texts, "a9"])),
                Mutation.Replace("number set with a duplicate", item, "nums", Value.NS(["2", "10", "2.0"])),
                Mutation.Replace("binary set with a duplicate", item, "blobs", Value.BS([[0x02], [0x01, 0x80], [0x02]])),
                Mutation.Replace("string set without a member", item, "tags", Value.SS(["a9"])),
                Mutation.Replace("empty string set", item, "tags", Value.SS([])),
                Mutation.Replace("list reversed", item, "list", Value.L(list.AsEnumerable().Reverse())),
                Mutation.Replace("list without its last element", item, "list", Value.L(list.SkipLast(1))),
                Mutation.Replace("list with one more element", item, "list", Value.L([.. list, Value.Null()])),
                Mutation.Replace("list flattened", item, "list", Value.L([list[0], list[1], list[3]])),
                Mutation.Replace("list nested", item, "list", Value.L([Value.L(list)])),
                Mutation.Replace("map without an entry", item, "map", Value.M(new() { ["v"] = map["v"] })),
                Mutation.Replace("map with one more entry", item, "map", Value.M(new(map) { ["more"] = Value.Null() })),
                Mutation.Replace("map with two entries exchanged", item, "map", Value.M(new() { ["uJ8"] = map["v"], ["v"] = map["uJ8"] })),
                Mutation.Replace("map in another order", item, "map", Value.M(new() { ["v"] = map["v"], ["uJ8"] = map["uJ8"] })),
                Mutation.Replace("map as a list", item, "map", Value.L(map.Values)),
            ],
            ("string set reversed", "7.2: sorted"),
            ("number set reversed", "7.2: normalised, then sorted"),
            ("number set respelled", "7.2, 7.3: normalised, then sorted"),
            ("binary set reversed", "7.2: sorted"),
            ("map in another order", "7.2: sorted by key"));
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task An_unsigned_attribute_is_anybodys(int version, string suite)
    {
        var (judgement, item) = await BeginAsync(version, suite);
        var changes = BitFlips.OfAttribute(item, ":hint").ToList();
        await judgement.AllRefusedExcept(changes, [.. changes.Select(c => (c.What, "2.1: unsigned"))]);
    }

    private static async Task<(Judgement Judgement, Dictionary<string, Value> Item)> BeginAsync(int version, string suite)
    {
        var subject = Subject.Of(version, suite);
        var item = await subject.ProtectAsync();
        return (new(subject, item), item);
    }

    private static Mutation Without(Dictionary<string, Value> item, params string[] names)
        => new("without " + string.Join(" and ", names), item.Where(p => !names.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value));

    private static Mutation Renamed(Dictionary<string, Value> item, string name, string newName)
        => new($"{name} becomes {newName}", item.ToDictionary(p => p.Key == name ? newName : p.Key, p => p.Value));

    /// <summary>Values of other types with the same canonical bytes, or with the bytes of the whole typed value.</summary>
    private static IEnumerable<Value> Lookalikes(Value value)
    {
        var bytes = ValueWriter.Write(value);
        yield return Value.B(bytes);
        yield return Value.B([.. TypeIds.Of(value.Type), .. bytes]);
        yield return Value.S(System.Text.Encoding.Latin1.GetString(bytes));
        yield return Value.N(System.Text.Encoding.Latin1.GetString(bytes));
        yield return Value.Bool(true);
        yield return Value.Null();
        yield return Value.L([value]);
        yield return Value.M(new() { [""] = value });
    }
}
