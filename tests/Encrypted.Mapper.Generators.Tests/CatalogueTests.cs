using Encrypted.Mapper.Generators.Emission;
using Encrypted.Mapper.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Tests;

public sealed class CatalogueTests
{
    private const string Entity = """
        [DynamoDBTable("Patients")]
        internal class Patient { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public string? Name { get; set; } }
        """;

    private const string Probe = """
        public static class Probe
        {
            public static string Run()
            {
                var catalogue = Encrypted.Mapper.Generated.AppCatalogue.Instance;
                return catalogue.Entities.Count + " " + string.Join(",", catalogue.References.SelectMany(r => r.Entities).Select(e => e.EntityType.Name))
                    + " " + string.Join(",", catalogue.References.SelectMany(r => r.References).SelectMany(r => r.Entities).Select(e => e.EntityType.Name));
            }
        }
        """;

    [Fact]
    public void An_assembly_passes_on_the_catalogues_of_those_it_references()
    {
        var domain = Execution.Image(Sources.Compile(Entity, "Domain"));
        var app = Execution.Image(Sources.Compile(Probe, "App", MetadataReference.CreateFromImage(domain)));

        Assert.Equal("0 Patient ", Execution.Run(app, domain));
    }

    [Fact]
    public void Catalogues_chain_over_an_assembly_in_between()
    {
        var core = Execution.Image(Sources.Compile(Entity, "Core"));
        var domain = Execution.Image(Sources.Compile(Entity.Replace("Patient", "Visit", StringComparison.Ordinal), "Domain", MetadataReference.CreateFromImage(core)));
        var app = Execution.Image(Sources.Compile(Probe, "App", MetadataReference.CreateFromImage(domain)));

        Assert.Equal("0 Visit Patient", Execution.Run(app, core, domain));
    }

    [Fact]
    public void An_assembly_without_entities_of_its_own_or_its_references_has_no_catalogue()
    {
        var plain = Execution.Image(Sources.Compile("public class Plain { }", "Domain"));

        Assert.Empty(Generation.Of(Sources.Compile("public class App { }", "App", MetadataReference.CreateFromImage(plain))).Files);
    }

    [Fact]
    public void A_reference_under_an_alias_alone_is_left_to_register_itself()
    {
        var domain = MetadataReference.CreateFromImage(Execution.Image(Sources.Compile(Entity, "Domain")));

        var generation = Generation.Of(Sources.Compile("public class App { }", "App", domain.WithAliases(["only"])));

        Assert.Empty(generation.Files);
        Assert.Empty(generation.Problems);
    }

    [Theory]
    [InlineData("Shop", "ShopCatalogue")]
    [InlineData("Acme.Shop", "Acme_ShopCatalogue")]
    [InlineData("Acme_Shop", "_Acme_Shop_")]
    [InlineData("Acme-Shop", "_Acme_Shop_")]
    [InlineData("3D", "_3D_")]
    public void A_catalogue_is_named_after_its_assembly(string assembly, string start)
        => Assert.StartsWith(start, CatalogueNames.Of(assembly), StringComparison.Ordinal);

    [Fact]
    public void No_two_assemblies_share_a_catalogues_name()
    {
        string[] assemblies = ["A.B", "A_B", "A-B", "A B", "A.B_", "_A.B", "A..B"];

        Assert.Equal(assemblies.Length, assemblies.Select(CatalogueNames.Of).Distinct().Count());
    }

    [Fact]
    public void Any_assembly_name_compiles()
        => Assert.Empty(Generation.Of(Sources.Compile(Entity, "3 odd-Names_<here>&there")).Problems);

    [Fact]
    public void Entity_namespaces_may_be_called_anything()
    {
        var source = $"namespace Encrypted.Mapper.Generated.Models.Catalogue.System {{ {Entity} }}";

        Assert.Empty(Generation.Of(Sources.Compile(source, "Models")).Problems);
    }
}
