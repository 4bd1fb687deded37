using Encrypted.Mapper.CodeFixes;
using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Encrypted.Mapper.Generators.Tests.CodeFixes;

/// <summary>Every fix is for rules that exist, can be applied everywhere at once, and has a test of both for each of its rules.</summary>
public sealed class FixableRuleTests
{
    public static TheoryData<string, string> Fixes { get; } = new(Types
        .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds.Select(id => (type.FullName!, id))));

    private static IEnumerable<Type> Types => typeof(SingleEditFix).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type));

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_mends_a_rule_that_exists_one_by_one_and_all_at_once(string fix, string id)
    {
        var type = typeof(SingleEditFix).Assembly.GetType(fix)!;
        var tests = typeof(FixableRuleTests).Assembly.GetType($"{typeof(FixableRuleTests).Namespace}.{type.Name}Tests")!
            .GetMethods()
            .Where(static method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(static method => method.Name)
            .ToArray();

        Assert.Contains(id, new EntityAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id));
        Assert.NotNull(((CodeFixProvider)Activator.CreateInstance(type)!).GetFixAllProvider());
        Assert.Single(type.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));
        Assert.Contains(tests, name => name.StartsWith(id + "_fix_all_", StringComparison.Ordinal));
        Assert.Contains(tests, name => name.StartsWith(id + "_", StringComparison.Ordinal) && !name.Contains("_fix_all_", StringComparison.Ordinal));
    }

    [Fact]
    public void No_rule_has_two_fixes()
        => Assert.Distinct(Fixes.Select(static row => row.Data.Item2));
}
