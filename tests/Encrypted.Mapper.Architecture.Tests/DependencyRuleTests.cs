using Mono.Cecil;

namespace Encrypted.Mapper.Architecture.Tests;

/// <summary>The dependency rule, read from the compiled assemblies: what each room may know of the others.</summary>
public sealed class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        // Extension data, a type that users' classes have properties of, holds attributes with their actions.
        ["Annotations"] = ["Model", "Errors"],
        // The exceptions know nothing; the catalogue of messages names what its messages are about.
        ["Errors"] = ["Encryption", "Conversion"],
        ["Model"] = ["Annotations", "Conversion"],
        ["Conversion"] = ["Annotations", "Errors"],
        ["Keys"] = ["Encryption", "Errors", "Telemetry"],
        ["Encryption"] = ["Keys", "Model", "Errors"],
        ["Telemetry"] = [],
        ["Context"] = ["Annotations", "Model", "Conversion", "Encryption", "Keys", "Errors", "Telemetry"],
        ["DependencyInjection"] = ["Errors", "Context"],
    };

    private static readonly ModuleDefinition s_library = ModuleDefinition.ReadModule(typeof(EncryptedAttribute).Assembly.Location);

    public static TheoryData<string> Rooms => [.. s_library.Types.Select(type => SourceMap.RoomOf(type.FullName)).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_that_the_rule_names(string room)
    {
        var allowed = Assert.Contains(room, s_mayKnow);

        var broken =
            from type in TypesOf(room)
            from reference in References.Of(type)
            let other = SourceMap.RoomOf(reference)
            where other is not null && other != room && !allowed.Contains(other)
            select $"{type.FullName} → {reference} ({other})";

        Violations.None(broken);

        // A permission that nobody uses would let a dependency in unseen.
        var used = TypesOf(room).SelectMany(References.Of).Select(SourceMap.RoomOf).ToHashSet();
        Violations.None(allowed.Where(other => !used.Contains(other)).Select(other => $"{room} may know {other} and doesn't"));
    }

    [Theory]
    [InlineData("Annotations")]
    [InlineData("Errors")]
    [InlineData("Encryption")]
    [InlineData("Conversion")]
    [InlineData("Model")]
    [InlineData("Keys")]
    public void Below_the_context_nothing_reaches_a_network_client(string room)
    {
        var broken =
            from type in TypesOf(room)
            where !IsKeyService(type)
            from reference in References.Of(type)
            where IsNetwork(reference)
            select $"{type.FullName} → {reference}";

        Assert.NotEmpty(TypesOf(room));
        Violations.None(broken);
    }

    [Fact]
    public void Only_the_rooms_for_it_touch_the_KMS_client()
    {
        var broken =
            from type in s_library.Types
            from reference in References.Of(type)
            where reference.StartsWith("Amazon.KeyManagementService.", StringComparison.Ordinal)
            where !IsKeyService(type)
            select $"{type.FullName} → {reference}";

        Violations.None(broken);
    }

    [Fact]
    public void The_generator_references_the_compiler_and_nothing_of_the_runtime()
    {
        var path = Path.Combine(Repository.Root, "src/Encrypted.Mapper.Generators/bin", Repository.BuildConfiguration, "netstandard2.0/Encrypted.Mapper.Generators.dll");
        using var generator = ModuleDefinition.ReadModule(path);

        var others = generator.AssemblyReferences.Select(reference => reference.Name)
            .Where(name => name != "netstandard"
                && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && !name.StartsWith("System.", StringComparison.Ordinal));

        Violations.None(others);
    }

    private static bool IsKeyService(TypeDefinition type)
        => SourceMap.Folders.TryGetValue(type.FullName, out var folder) && (folder is "Keys/Kms" or "Keys/Services" || folder.StartsWith("Keys/Hierarchy", StringComparison.Ordinal));

    private static IEnumerable<TypeDefinition> TypesOf(string room)
        => s_library.Types.Where(type => SourceMap.RoomOf(type.FullName) == room);

    // Of the AWS SDK, the lower rooms know shapes of data, what converters are written against, and process-wide settings.
    private static bool IsNetwork(string reference)
        => reference.StartsWith("System.Net.", StringComparison.Ordinal)
            || (reference.StartsWith("Amazon.", StringComparison.Ordinal)
                && !reference.StartsWith("Amazon.DynamoDBv2.Model.", StringComparison.Ordinal)
                && reference is not ("Amazon.AWSConfigs" or "Amazon.DynamoDBv2.ConversionSchema" or "Amazon.DynamoDBv2.DynamoDBEntryConversion"
                    or "Amazon.DynamoDBv2.DataModel.IPropertyConverter" or "Amazon.DynamoDBv2.DocumentModel.Document" or "Amazon.DynamoDBv2.DocumentModel.DynamoDBEntry"));
}
