using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM019Tests
{
    [Theory]
    [InlineData("[ExtensionData] public Dictionary<string, object>? [|Others|] { get; set; }")]
    [InlineData("[ExtensionData, Encrypted] public ExtensionAttributes? [|Others|] { get; set; }")]
    [InlineData("[ExtensionData, DynamoDBIgnore] public ExtensionAttributes? [|Others|] { get; set; }")]
    [InlineData("[ExtensionData, DynamoDBProperty(\"others\")] public ExtensionAttributes? [|Others|] { get; set; }")]
    [InlineData("[ExtensionData] public ExtensionAttributes? [|Others|] { get; }")]
    [InlineData("[ExtensionData] public static ExtensionAttributes? [|Others|] { get; set; }")]
    [InlineData("[ExtensionData] public ExtensionAttributes? Others { get; set; } [ExtensionData] public ExtensionAttributes? [|More|] { get; set; }")]
    [InlineData("[Encrypted] public Inner? Nested { get; set; } public class Inner { public int One { get; set; } [ExtensionData] public ExtensionAttributes? [|Others|] { get; set; } }")]
    public Task Reports_a_member_that_cannot_hold_extension_data(string members)
        => Analysis.Reports("ENCM019", $$"""
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; {{members}} }
            """);

    [Fact]
    public Task Reports_a_member_of_one_type_of_a_closed_set()
        => Analysis.Reports("ENCM019", """
            [DynamoDBTable("T"), EncryptedEntity, DynamoDBPolymorphicType("d", typeof(Derived))]
            public class Wrong { [DynamoDBHashKey] public string Id { get; set; } = ""; }

            public class Derived : Wrong { [ExtensionData] public ExtensionAttributes? [|Others|] { get; set; } }
            """);

    [Theory]
    [InlineData("public class Right { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [ExtensionData] public ExtensionAttributes? Others { get; set; } }")]
    [InlineData("public class Right { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [ExtensionData] public ExtensionAttributes? Others; }")]
    [InlineData("public record Right([property: DynamoDBHashKey] string Id) { [ExtensionData] public ExtensionAttributes? Others { get; init; } }")]
    [InlineData("public record Right([property: DynamoDBHashKey] string Id, [property: ExtensionData] ExtensionAttributes? Others = null);")]
    [InlineData("public struct Right { [DynamoDBHashKey] public string Id { get; set; } [ExtensionData] public ExtensionAttributes? Others { get; private set; } }")]
    [InlineData("[DynamoDBPolymorphicType(\"d\", typeof(Derived))] public class Right { [DynamoDBHashKey] public string Id { get; set; } = \"\"; [ExtensionData] public ExtensionAttributes? Others { get; set; } } public class Derived : Right { public int Size { get; set; } }")]
    public Task Accepts_a_readable_and_writable_member_of_the_entity(string declaration)
        => Analysis.Accepts("[DynamoDBTable(\"T\"), EncryptedEntity] " + declaration);
}
