using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>S7, S4: no single bit of what is protected can be changed, whatever the header version and the suite.</summary>
public sealed class BitFlipTests
{
    /// <summary>Other spellings of the same number are the same in the canonical record.</summary>
    private static readonly (string What, string Section)[] Respelled =
    [
        ("count: unit 1 bit 5", "7.3: 1e5 for 1E5"),
        ("zero: unit 1 bit 5", "7.3: 0e1 for 0E1"),
        ("zero: unit 2 bit 0", "7.3: 0E0, the exponent of zero is ignored"),
        ("zero: unit 2 bit 1", "7.3: 0E3"),
        ("zero: unit 2 bit 2", "7.3: 0E5"),
        ("zero: unit 2 bit 3", "7.3: 0E9"),
        ("ctxNum: unit 1 bit 5", "7.3, 5.3: 1e2 for 1E2, also in the encryption context"),
    ];

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_bit_of_the_header_can_be_changed(int version, string suite) => await FlipAsync(version, suite, ["aws_dbe_head"]);

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_bit_of_the_footer_can_be_changed(int version, string suite) => await FlipAsync(version, suite, ["aws_dbe_foot"]);

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task No_bit_of_a_protected_value_can_be_changed_but_in_a_numbers_spelling(int version, string suite)
    {
        var names = Subject.Of(version, suite).ProtectedNames.Where(name => !name.StartsWith("aws_dbe_", StringComparison.Ordinal));
        await FlipAsync(version, suite, names, Respelled);
    }

    // Parsing and using a public key takes a millisecond. Under .NET 8 a seventh of the bits has to do.
    private static IEnumerable<Mutation> Sampled(IEnumerable<Mutation> flips)
        => Environment.Version.Major == 8 ? flips.Where((_, index) => index % 7 == 0) : flips;

    private static async Task FlipAsync(int version, string suite, IEnumerable<string> names, params (string What, string Section)[] accepted)
    {
        var subject = Subject.Of(version, suite);
        var item = await subject.ProtectAsync();
        var flips = names.SelectMany(name => BitFlips.OfAttribute(item, name));
        await new Judgement(subject, item).AllRefusedExcept(accepted.Length == 0 ? Sampled(flips) : flips, accepted);
    }
}
