using System.Linq.Expressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>The context with models as users have them: generated, in an assembly that this one only references.</summary>
public sealed class GeneratedModelTests
{
    [Fact]
    public async Task The_class_of_the_readme_makes_the_round_trip()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Patient>());
        using var context = table.Context();
        var patient = new Patient
        {
            Id = "p-1",
            Visit = 3,
            Clinic = "North",
            Ssn = "078-05-1120",
            Diagnosis = new Diagnosis { Code = "J45", Score = 1.10m, Notes = ["b", "a"] },
            DisplayHint = "hint",
        };

        await context.SaveAsync(patient);
        var loaded = await context.LoadAsync<Patient>("p-1", 3);
        var byClinic = await context.QueryAsync<Patient>("North", new QueryConfig { IndexName = "ByClinic" }).GetRemainingAsync();
        var stored = await table.SingleStoredAsync();

        Assert.Equivalent(patient, loaded, strict: true);
        Assert.Equivalent(patient, Assert.Single(byClinic), strict: true);
        Assert.Equal(("North", "hint", "0"), (stored["Clinic"].S, stored["DisplayHint"].S, stored["Version"].N));
        Assert.NotNull(stored["Ssn"].B);
        Assert.NotNull(stored["Diagnosis"].B);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_kind_of_property_makes_the_round_trip_in_both_conversions(bool second)
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Sample>());
        using var context = table.Context(dynamo => dynamo.ConfigureContext(config => config.Conversion = second ? DynamoDBEntryConversion.V2 : DynamoDBEntryConversion.V1));
        var sample = Filled();

        await context.SaveAsync(sample);
        var loaded = await context.LoadAsync<Sample>(sample.Id);

        Assert.Equivalent(sample, loaded, strict: true);
        Assert.Equal(DateTimeKind.Utc, loaded.TakenAt.Kind);
    }

    [Fact]
    public async Task The_conversion_of_an_operation_goes_before_that_of_the_context()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Sample>());
        using var context = table.Context();
        var sample = Filled();

        await context.SaveAsync(sample, new SaveConfig { Conversion = DynamoDBEntryConversion.V2 });
        var inV2 = await table.SingleStoredAsync();
        await context.SaveAsync(sample);
        var inV1 = await table.SingleStoredAsync();

        Assert.True(inV2["Urgent"].BOOL);
        Assert.Equal("1", inV1["Urgent"].N);
    }

    public static TheoryData<string, bool> Filters => new()
    {
        { "enum", true },
        { "enum other", false },
        { "enum in", true },
        { "flag", true },
        { "not flag", false },
        { "date", true },
        { "renamed", true },
        { "element", true },
        { "element other", false },
        { "double", true },
        { "narrow", true },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Lambdas_on_generated_models_convert_values_as_their_properties(string name, bool matches)
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Sample>());
        using var context = table.Context();
        await context.SaveAsync(Filled());
        var severities = new[] { Severity.Light, Severity.Grave };
        byte narrow = 1;
        Expression<Func<Sample, bool>> filter = name switch
        {
            "enum" => sample => sample.Severity == Severity.Grave,
            "enum other" => sample => sample.Severity == Severity.Light,
            "enum in" => sample => severities.Contains(sample.Severity),
            "flag" => sample => sample.Urgent,
            "not flag" => sample => !sample.Urgent,
            "date" => sample => sample.TakenAt > new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            "renamed" => sample => sample.Sequence == 9_000_000_000,
            "element" => sample => sample.Tags!.Contains("one"),
            "element other" => sample => sample.Tags!.Contains("three"),
            "double" => sample => sample.Ratio < 1,
            _ => sample => sample.Sequence > narrow,
        };
        var expression = new ContextExpression();
        expression.SetFilter(filter);

        var found = await context.ScanAsync<Sample>(expression).GetRemainingAsync();

        Assert.Equal(matches, found.Count == 1);
    }

    [Fact]
    public async Task Conditions_and_keys_take_values_of_the_property_s_type()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Sample>());
        using var context = table.Context();
        var sample = Filled();
        await context.SaveAsync(sample);
        List<ScanCondition> conditions =
        [
            new("Severity", ScanOperator.In, Severity.Grave, Severity.Light),
            new("TakenAt", ScanOperator.Between, sample.TakenAt.AddDays(-1), sample.TakenAt.AddDays(1)),
            new("Tags", ScanOperator.Contains, "two"),
            new("Sequence", ScanOperator.GreaterThan, 1L),
        ];

        Assert.Single(await context.ScanAsync<Sample>(conditions).GetRemainingAsync());
        Assert.Single(await context.QueryAsync<Sample>(sample.Id, new QueryConfig { QueryFilter = conditions }).GetRemainingAsync());
        Assert.NotNull(await context.LoadAsync<Sample>(sample.Id));
    }

    [Fact]
    public async Task S6_Keys_index_keys_and_the_version_are_signed_in_clear_without_being_tagged()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Patient>());
        using var context = table.Context();
        await context.SaveAsync(new Patient { Id = "p-1", Visit = 3, Clinic = "North" });

        var stored = await table.SingleStoredAsync();
        await table.TamperAsync(item => item["Version"] = new() { N = "7" });
        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Patient>("p-1", 3));

        Assert.Equal(("p-1", "3", "0"), (stored["Id"].S, stored["Visit"].N, stored["Version"].N));
        Assert.Equal("signature", error.Rule);
    }

    private static Sample Filled() => new()
    {
        Id = new Guid("11111111-2222-3333-4444-555555555555"),
        Severity = Severity.Grave,
        TakenAt = new DateTime(2026, 11, 22, 3, 4, 5, 678, DateTimeKind.Utc),
        Urgent = true,
        Ratio = 0.1,
        Tags = ["one", "two"],
        Sequence = 9_000_000_000,
        Image = [0, 1, 2, 255],
        Readings = [1.10m, 20m, 3e10m],
        ByDoctor = new() { ["dr. a"] = new Diagnosis { Code = "J45", Score = 5 } },
        History = [new Diagnosis { Code = "A" }, new Diagnosis { Code = "B", Notes = ["n"] }],
        Confirmed = false,
        Dose = 0.00001m,
        Batch = new Guid("99999999-2222-3333-4444-555555555555"),
        Outcome = Severity.Light,
    };
}
