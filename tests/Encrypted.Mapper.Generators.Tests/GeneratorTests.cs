using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests;

public sealed class GeneratorTests
{
    [Fact]
    public void A_plain_table_type_is_left_alone()
    {
        var generation = Generation.Of(Sources.Compile("""
            [DynamoDBTable("Plain")]
            public class Plain { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            """));

        Assert.Empty(generation.Files);
    }

    [Fact]
    public void A_project_without_the_library_gets_nothing()
    {
        var compilation = Sources.Compile("public class Plain { }");

        Assert.Empty(Generation.Of(compilation.RemoveAllReferences().RemoveSyntaxTrees(compilation.SyntaxTrees[0])).Files);
    }

    [Fact]
    public void A_type_with_both_attributes_gets_one_model()
    {
        var generation = Generation.Of(Sources.Compile("""
            [DynamoDBTable("T")]
            [EncryptedEntity]
            public class Both { [DynamoDBHashKey] public string Id { get; set; } = ""; }
            """));

        Assert.Equal(["Both.g.cs", "EntityCatalogue.g.cs"], generation.Files.Keys.Order());
        Assert.Empty(generation.Problems);
    }

    [Fact]
    public void A_type_may_name_its_table_without_the_SDKs_attribute()
    {
        var result = Execution.Run("""
            [EncryptedEntity(Table = "Orders", Unmarked = UnmarkedPolicy.SignOnly)]
            internal class Order { [DynamoDBHashKey] public string Id { get; set; } = ""; public int Total { get; set; } }

            public static class Probe
            {
                public static string Run()
                {
                    var model = Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single();
                    return $"{model.TableName} {model.EntityType.Name} {string.Join(",", model.Attributes.Select(a => a.AttributeName + "=" + a.Action))}";
                }
            }
            """);

        Assert.Equal("Orders Order Id=SignOnly,Total=SignOnly", result);
    }

    [Fact]
    public void Nested_internal_and_oddly_named_entities_are_modelled()
    {
        var result = Execution.Run("""
            namespace @class.Inner
            {
                internal static partial class Outer
                {
                    [DynamoDBTable("T\"\\\n")]
                    internal sealed class @event
                    {
                        [DynamoDBHashKey] public string @params { get; set; } = "k";
                        [Encrypted, Obsolete] public string? Übung { get; set; } = "v";
                        [Unprotected] public List<@enum?>? @in { get; set; }
                    }

                    internal class @enum { public int @int { get; set; } }
                }
            }

            public static class Probe
            {
                public static string Run()
                {
                    var model = (EntityModel<@class.Inner.Outer.@event>)Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single();
                    var item = model.ToItem(new() { @in = new() { new() { @int = 3 } } }, ConversionOptions.Default);
                    return string.Join(" ", item.Keys) + " " + model.FromItem(item, ConversionOptions.Default).@in![0]!.@int;
                }
            }
            """);

        Assert.Equal("params Übung in 3", result);
    }

    [Fact]
    public void Overridden_members_inherit_their_attributes()
    {
        var result = Execution.Run("""
            public abstract class Base
            {
                [DynamoDBHashKey("pk")] public abstract string Id { get; set; }
                [SignedOnly, DynamoDBProperty("n")] public virtual string? Name { get; set; }
                [Unprotected] public virtual int Count { get; set; }
            }

            [DynamoDBTable("T")]
            public class Derived : Base
            {
                public override string Id { get; set; } = "";
                public override string? Name { get; set; }
                [DynamoDBProperty("c")] public override int Count { get; set; }
            }

            public static class Probe
            {
                public static string Run()
                    => string.Join(",", Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single().Attributes.Select(a => a.AttributeName + "=" + a.Action));
            }
            """);

        Assert.Equal("pk=SignOnly,n=SignOnly,c=DoNothing", result);
    }

    [Fact]
    public void An_override_without_a_setter_is_filled_by_the_constructor_of_its_own_class()
    {
        var result = Execution.Run("""
            public abstract class Base
            {
                [DynamoDBHashKey("pk")] public abstract string Id { get; }
                [SignedOnly] public virtual string? Name { get; } = "base";
            }

            [DynamoDBTable("T")]
            public class Derived(string id, string? name) : Base
            {
                public override string Id { get; } = id;
                public override string? Name { get; } = name;
            }

            public static class Probe
            {
                public static string Run()
                {
                    var model = (EntityModel<Derived>)Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single();
                    var back = model.FromItem(model.ToItem(new Derived("i", "n"), ConversionOptions.Default), ConversionOptions.Default);
                    return back.Id + back.Name + " " + string.Join(",", model.Attributes.Select(a => a.AttributeName + "=" + a.Action));
                }
            }
            """);

        Assert.Equal("in pk=SignOnly,Name=SignOnly", result);
    }

    [Fact]
    public void Protections_on_an_interface_hold_for_what_implements_it()
    {
        var result = Execution.Run("""
            public interface ISecret { [Unprotected] int Count { get; set; } [SignedOnly] string? Name { get; set; } }

            [DynamoDBTable("T")]
            public class Entity : ISecret
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                public int Count { get; set; }
                [Encrypted] public string? Name { get; set; }
            }

            public static class Probe
            {
                public static string Run()
                    => string.Join(",", Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single().Attributes.Select(a => a.AttributeName + "=" + a.Action));
            }
            """);

        Assert.Equal("Id=SignOnly,Count=DoNothing,Name=EncryptAndSign", result);
    }

    [Fact]
    public void An_abstract_class_without_a_closed_set_has_no_model()
    {
        var generation = Generation.Of(Sources.Compile("""
            [DynamoDBTable("T")]
            public abstract class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; [Encrypted] public string? Name { get; set; } }
            """));

        Assert.Empty(generation.Files);
    }

    [Fact]
    public void An_abstract_class_with_a_closed_set_is_read_by_its_discriminator()
    {
        var result = Execution.Run("""
            [DynamoDBTable("T"), DynamoDBPolymorphicType("d", typeof(Derived))]
            public abstract class Base { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class Derived : Base { [Encrypted] public int Size { get; set; } [Unprotected] public int BasePath { get; set; } }

            public static class Probe
            {
                public static string Run()
                {
                    var model = (EntityModel<Base>)Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single();
                    var item = model.ToItem(new Derived { Size = 3 }, ConversionOptions.Default);
                    var back = (Derived)model.FromItem(item, ConversionOptions.Default);
                    item.Remove("$type");
                    try { model.FromItem(item, ConversionOptions.Default); return "read"; }
                    catch (InvalidItemException error) { return back.Size + " " + error.Rule; }
                }
            }
            """);

        Assert.Equal("3 unknown-type", result);
    }

    [Fact]
    public void The_keys_join_the_encryption_context_with_any_other_attribute()
    {
        var result = Execution.Run("""
            [DynamoDBTable("T")]
            public class Entity
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [DynamoDBRangeKey] public string Sort { get; set; } = "";
                [SignedOnly(InEncryptionContext = true)] public string? Tenant { get; set; }
                [DynamoDBGlobalSecondaryIndexHashKey("byName")] public string? Name { get; set; }
            }

            public static class Probe
            {
                public static string Run()
                    => string.Join(",", Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single().Attributes.Select(a => a.AttributeName + "=" + a.Action));
            }
            """);

        Assert.Equal(
            "Id=SignAndIncludeInEncryptionContext,Sort=SignAndIncludeInEncryptionContext,Tenant=SignAndIncludeInEncryptionContext,Name=SignOnly",
            result);
    }

    [Fact]
    public void S6_keys_index_keys_and_version_are_signed_in_clear_without_a_word()
    {
        var result = Execution.Run("""
            [DynamoDBTable("T")]
            public class Entity
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                [DynamoDBRangeKey] public string Sort { get; set; } = "";
                [DynamoDBGlobalSecondaryIndexHashKey("g")] public string? Gsi { get; set; }
                [DynamoDBGlobalSecondaryIndexRangeKey("g", "h")] public string? GsiSort { get; set; }
                [DynamoDBLocalSecondaryIndexRangeKey("l")] public string? Lsi { get; set; }
                [DynamoDBVersion] public long? Version { get; set; }
                [Encrypted] public string? Name { get; set; }
            }

            public static class Probe
            {
                public static string Run()
                {
                    var model = Encrypted.Mapper.Generated.ShopCatalogue.Instance.Entities.Single();
                    return string.Join(",", model.Attributes.Where(a => a.Action.ToString() == "SignOnly").Select(a => a.AttributeName))
                        + " " + model.VersionAttribute
                        + " " + string.Join(",", model.Indexes.Select(i => $"{i.Name}:{i.PartitionKey}/{i.SortKey}"));
                }
            }
            """);

        Assert.Equal("Id,Sort,Gsi,GsiSort,Lsi,Version Version g:Gsi/GsiSort,h:Id/GsiSort,l:Id/Lsi", result);
    }
}
