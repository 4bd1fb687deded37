namespace Encrypted.Mapper.Package.Tests;

/// <summary>Projects that know nothing of this repository, built and run on the package alone.</summary>
public sealed class ConsumerTests(PackedLibrary library)
{
    private const string Domain = """<ItemGroup><ProjectReference Include="../Domain/Domain.csproj" /></ItemGroup>""";

    // What NuGet's rules say of a package that is referenced through another project: its analyzers stay behind.
    private const string WithoutHandedOnAnalyzers = """
        <Target Name="LeaveAnalyzersBehind" AfterTargets="ResolveLockFileAnalyzers">
          <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Encrypted.Mapper.Generators'" /></ItemGroup>
        </Target>
        """;

    [Fact]
    public async Task A_project_in_an_empty_folder_saves_and_loads_a_protected_entity()
    {
        var consumer = await library.NewConsumerAsync();
        await consumer.AddProjectAsync("Single", consumer.PackageReference + Consumer.Container);

        AssertProtectedAndLoaded(await consumer.RunAsync("Single"));
    }

    [Fact]
    public async Task The_same_program_compiled_ahead_of_time_does_the_same_and_compiles_without_a_warning()
    {
        var consumer = await library.NewConsumerAsync();
        const string Native = "<PropertyGroup><PublishAot>true</PublishAot></PropertyGroup>";
        await consumer.AddProjectAsync("Single", Native + consumer.PackageReference + Consumer.Container);

        AssertProtectedAndLoaded(await consumer.RunNativeAsync("Single"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(WithoutHandedOnAnalyzers)]
    public async Task Entities_on_both_sides_of_a_chain_of_projects_are_protected(string rule)
    {
        var consumer = await library.NewConsumerAsync();
        await consumer.AddProjectAsync("Domain", consumer.PackageReference);
        await consumer.AddProjectAsync("App", Domain + Consumer.Container + rule);

        var printed = await consumer.RunAsync("App");

        Assert.Equal(2, printed.Split('\n').Count(line => line.StartsWith("DynamoDB_20120810.PutItem ", StringComparison.Ordinal) && line.Contains("\"aws_dbe_head\":{\"B\":", StringComparison.Ordinal)));
        Assert.Equal("Patient plain-ssn", Line(printed, "Patient "));
        Assert.Equal("Appointment plain-reason", Line(printed, "Appointment "));
        Assert.DoesNotContain("plain-", string.Join('\n', printed.Split('\n').Where(line => line.StartsWith("DynamoDB_", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_on_NET_8_with_the_language_of_its_time_names_every_kind_of_key()
    {
        var consumer = await library.NewConsumerAsync();
        const string Oldest = "<PropertyGroup><TargetFramework>net8.0</TargetFramework><LangVersion>12</LangVersion></PropertyGroup>";
        await consumer.AddProjectAsync("Oldest", Oldest + consumer.PackageReference + Consumer.Container);

        await consumer.BuildAsync("Oldest");
    }

    private static void AssertProtectedAndLoaded(string printed)
    {
        var put = Line(printed, "DynamoDB_20120810.PutItem ");
        Assert.Contains("\"aws_dbe_head\":{\"B\":", put, StringComparison.Ordinal);
        Assert.Contains("\"aws_dbe_foot\":{\"B\":", put, StringComparison.Ordinal);
        Assert.Contains("\"Clinic\":{\"S\":\"north\"}", put, StringComparison.Ordinal);
        Assert.Contains("\"Ssn\":{\"B\":", put, StringComparison.Ordinal);
        Assert.DoesNotContain("plain-ssn", put, StringComparison.Ordinal);
        Assert.DoesNotContain("plain-note", put, StringComparison.Ordinal);
        Assert.Equal("Patient north plain-ssn plain-note", Line(printed, "Patient "));
    }

    private static string Line(string printed, string start)
        => Assert.Single(printed.Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal)).TrimEnd();
}
