using Encrypted.Mapper.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Encrypted.Mapper.Generators.Tests.Incremental;

/// <summary>What an edit recomputes: nothing when it is unrelated, the right things when it is not.</summary>
public sealed class CachingTests
{
    private const string Patient = """
        [DynamoDBTable("Patients")]
        public class Patient
        {
            [DynamoDBHashKey] public string Id { get; set; } = "";
            [Encrypted] public Address? Home { get; set; }
        }
        """;

    private const string Order = """
        [EncryptedEntity(Table = "Orders")]
        public class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; }
        """;

    private const string Address = "public class Address { public string? Street { get; set; } }";

    private const string Other = "public static class Other { public static int One() => 1; }";

    private readonly CSharpCompilation _before = Sources.Compile([Patient, Order, Address, Other], "Shop");

    [Fact]
    public void An_unrelated_edit_recomputes_nothing()
    {
        var after = Edit(Other, Other.Replace("1;", "2; // a comment", StringComparison.Ordinal));

        AssertAllCached(Generation.Of(_before).Again(after));
    }

    [Fact]
    public void A_new_file_recomputes_nothing()
    {
        var after = _before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public class New { }", Sources.Parsing, "New.cs"));

        AssertAllCached(Generation.Of(_before).Again(after));
    }

    [Fact]
    public void An_edit_that_moves_an_entity_emits_nothing_anew()
    {
        var after = Edit(Patient, "// a comment\n\n" + Patient.Replace("string Id", "string  Id", StringComparison.Ordinal));

        AssertAllCached(Generation.Of(_before).Again(after));
    }

    [Fact]
    public void An_edit_of_one_entity_emits_that_entity_alone()
    {
        var generation = Generation.Of(_before).Again(Edit(Patient, Patient.Replace("[Encrypted]", "[SignedOnly]", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(generation, StepNames.TableEntities));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(generation, StepNames.EncryptedEntities));
        Assert.Contains(Reasons(generation, StepNames.Names), IsCached);
        Assert.Contains("SignOnly),", generation.Files["Patient.g.cs"].Split('\n').Single(static line => line.Contains("new(\"Home\"", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_nested_type_in_another_file_emits_its_entity()
    {
        var generation = Generation.Of(_before).Again(Edit(Address, Address.Replace("Street", "Road", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(generation, StepNames.TableEntities));
        Assert.Contains("\"Road\"", generation.Files["Patient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_entity_joins_the_catalogue()
    {
        var generation = Generation.Of(_before).Again(Edit(Other, Order.Replace("Order", "Invoice", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(generation, StepNames.Names));
        Assert.Contains("InvoiceModel", generation.Files["EntityCatalogue.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_that_gets_an_error_loses_its_model()
    {
        var generation = Generation.Of(_before).Again(Edit(Patient, Patient.Replace("[DynamoDBHashKey]", string.Empty, StringComparison.Ordinal)));

        Assert.Equal(["EntityCatalogue.g.cs", "Order.g.cs"], generation.Files.Keys.Order());
        Assert.DoesNotContain("Patient", generation.Files["EntityCatalogue.g.cs"], StringComparison.Ordinal);
    }

    private Compilation Edit(string from, string to)
    {
        var tree = _before.SyntaxTrees.Single(tree => tree.ToString() == from);
        return _before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(to, Sources.Parsing, tree.FilePath));
    }

    private static void AssertAllCached(Generation generation)
    {
        var ours = generation.Result.TrackedSteps.Where(static step => typeof(StepNames).GetField(step.Key) is not null).ToArray();
        Assert.Equal(typeof(StepNames).GetFields().Length, ours.Length);
        Assert.All(
            ours.Append(new("outputs", [.. generation.Result.TrackedOutputSteps.SelectMany(static step => step.Value)])),
            static step => Assert.All(step.Value.SelectMany(static run => run.Outputs), static output => Assert.True(IsCached(output.Reason))));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(Generation generation, string step)
        => generation.Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);

    private static bool IsCached(IncrementalStepRunReason reason)
        => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
