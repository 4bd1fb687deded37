using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM007Tests
{
    [Theory]
    [InlineData("[[|DynamoDBProperty(\"aws_dbe_head\")|]] public int One { get; set; }")]
    [InlineData("[[|DynamoDBProperty(\"aws_dbe_b_One\")|]] public int One { get; set; }")]
    [InlineData("[[|DynamoDBProperty(\"aws-crypto-public-key\")|]] public int One { get; set; }")]
    [InlineData("public int One { get; set; } [[|DynamoDBProperty(\"One\")|]] public int Two { get; set; }")]
    [InlineData("[Encrypted] public Inner? Nested { get; set; } public class Inner { public int One; [[|DynamoDBProperty(\"One\")|]] public int Two; }")]
    [InlineData("[DynamoDBProperty(\"Two\")] public int One { get; set; } public int [|Two|] { get; set; }")]
    [InlineData("public int [|aws_dbe_One|] { get; set; }")]
    public Task Reports_reserved_and_repeated_names(string members)
        => Analysis.Reports("ENCM007", $$"""
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{members}} }
            """);

    [Fact]
    public Task Reports_names_that_become_equal_by_casing()
        => Analysis.Reports("ENCM007", """
            [DynamoDBTable("T", CaseMode.CamelCase), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; [[|DynamoDBProperty("id")|]] public int Other { get; set; } }
            """);

    [Fact]
    public Task Reports_a_member_in_the_place_of_the_discriminator()
        => Analysis.Reports("ENCM007", """
            [DynamoDBTable("T"), EncryptedEntity, DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; [[|DynamoDBProperty("$type")|]] public string? Type { get; set; } }

            public class Derived : Wrong { }
            """);

    [Fact]
    public Task Reports_an_attribute_that_two_types_of_a_closed_set_protect_differently()
        => Analysis.Reports("ENCM007", """
            [DynamoDBTable("T"), EncryptedEntity, DynamoDBPolymorphicType("a", typeof(A)), DynamoDBPolymorphicType("b", typeof(B))]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class A : Wrong { [Encrypted] public string? Name { get; set; } }
            public class B : Wrong { [SignedOnly] public string? [|Name|] { get; set; } }
            """);

    [Fact]
    public Task Accepts_names_that_differ_and_ignored_members()
        => Analysis.Accepts("""
            [DynamoDBTable("T"), EncryptedEntity]
            public class Right
            {
                [DynamoDBHashKey] public string Id { get; set; } = "";
                public int One { get; set; }
                [DynamoDBProperty("one")] public int Two { get; set; }
                [DynamoDBIgnore, DynamoDBProperty("One")] public int Three { get; set; }
                [DynamoDBProperty("$type")] public string? Type { get; set; }
                [DynamoDBProperty("my_aws_dbe_")] public string? Four { get; set; }
            }
            """);
}
