using Encrypted.Mapper.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Encrypted.Mapper.Generators.Tests.Incremental;

/// <summary>What an edit of constructors, accessors and converters recomputes.</summary>
public sealed class ConstructionCachingTests
{
    private const string Visit = """
        [DynamoDBTable("Visits")]
        public record Visit([property: DynamoDBHashKey] string Id, [property: Encrypted] string? Notes, int Room = 3)
        {
            public Place? Place { get; private set; }
            private Visit() : this("", null) { }
        }
        """;

    private const string Place = "public record Place(string City) { public required int Zip { get; init; } }";

    private readonly CSharpCompilation _before = Sources.Compile([Visit, Place], "Shop");

    [Theory]
    [InlineData("int Room", "int  Room")]
    [InlineData("this(\"\", null)", "this(\"x\", null)")]
    [InlineData("[DynamoDBTable", "// moved\n[DynamoDBTable")]
    public void An_edit_that_changes_no_construction_emits_nothing_anew(string from, string to)
        => Assert.Equal([IncrementalStepRunReason.Cached], Reasons(Edit(Visit, from, to)));

    [Theory]
    [InlineData(Visit, "Room = 3", "Room = 4")]
    [InlineData(Visit, "string? Notes, int Room = 3", "string? Notes")]
    [InlineData(Visit, "private set", "set")]
    [InlineData(Place, "required", "")]
    [InlineData(Place, "init", "set")]
    [InlineData(Place, "string City", "string Town")]
    public void An_edit_that_changes_the_construction_emits_the_entity_anew(string source, string from, string to)
    {
        var generation = Edit(source, from, to);

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(generation));
        Assert.Empty(generation.Problems);
    }

    private Generation Edit(string source, string from, string to)
    {
        var tree = _before.SyntaxTrees.Single(tree => tree.ToString() == source);
        var edited = source.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(source, edited);
        return Generation.Of(_before).Again(_before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, Sources.Parsing, tree.FilePath)));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(Generation generation)
        => generation.Result.TrackedSteps[StepNames.TableEntities].SelectMany(static run => run.Outputs).Select(static output => output.Reason);
}
