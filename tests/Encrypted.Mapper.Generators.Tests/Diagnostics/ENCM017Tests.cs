using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests.Diagnostics;

public sealed class ENCM017Tests
{
    [Theory]
    [InlineData("public struct Wrong { [DynamoDBHashKey] public string Id { get; set; } [DynamoDBVersion] public int? [|Version|] { get; set; } }")]
    [InlineData("public record struct Wrong([property: DynamoDBHashKey] string Id, [property: DynamoDBVersion] int? [|Version|]);")]
    public Task Reports_a_version_of_a_struct(string declaration)
        => Analysis.Reports("ENCM017", "[DynamoDBTable(\"T\"), EncryptedEntity] " + declaration);

    [Fact]
    public Task Reports_a_version_without_a_setter()
        => Analysis.Reports("ENCM017", """
            [DynamoDBTable("T"), EncryptedEntity]
            public class Wrong(string id, int? version)
            {
                [DynamoDBHashKey] public string Id { get; } = id;
                [DynamoDBVersion] public int? [|Version|] { get; } = version;
            }
            """);

    [Theory]
    [InlineData("public record Right([property: DynamoDBHashKey] string Id, [property: DynamoDBVersion] int? Version);")]
    [InlineData("public class Right { [DynamoDBHashKey] public required string Id { get; init; } [DynamoDBVersion] public ulong? Version { get; private set; } }")]
    public Task Accepts_a_version_whose_setter_an_accessor_reaches(string declaration)
        => Analysis.Accepts("[DynamoDBTable(\"T\"), EncryptedEntity] " + declaration);
}
