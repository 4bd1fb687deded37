using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Converters and setters of the user's that fail on a value: what is said of it, and what becomes of the other rows.</summary>
public sealed class ForeignCodeTests
{
    [Fact]
    public async Task S27_A_converter_that_fails_is_reported_without_its_message()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Exam>());
        using var context = table.Context();
        await context.SaveAsync(new Exam { Id = "e", Number = 1, Grade = 987654 });

        var read = await Assert.ThrowsAsync<ItemVerificationException>(() => context.LoadAsync<Exam>("e", 1));
        var written = await Assert.ThrowsAsync<InvalidItemException>(() => context.SaveAsync(new Exam { Id = "e", Number = 2, Grade = -987654 }));

        Assert.Equal(("converter-failed", "Grade"), (read.Rule, read.AttributeName));
        Assert.Equal(("converter-failed", "Grade"), (written.Rule, written.AttributeName));
        Assert.DoesNotContain("987654", read.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("987654", written.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Room", "none", "converter-failed")]
    [InlineData("Mood", "bad", "entity-refused-value")]
    public async Task S26_An_unprotected_value_that_code_of_the_class_refuses_does_not_make_the_table_unreadable(string attribute, string value, string rule)
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Exam>());
        using var strict = table.Context();
        using var skipping = table.Context(dynamo => dynamo.OnUnverifiableRow(_ => UnverifiableRowAction.Skip));
        await strict.SaveAsync(new Exam { Id = "e", Number = 1, Mood = "calm" });
        await table.TamperAsync(item => item[attribute] = new() { S = value });
        await strict.SaveAsync(new Exam { Id = "e", Number = 2, Mood = "calm" });

        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => strict.QueryAsync<Exam>("e").GetRemainingAsync());
        var rows = await skipping.QueryAsync<Exam>("e").GetRemainingAsync();

        Assert.Equal(rule, error.Rule);
        Assert.DoesNotContain($"'{value}'", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([2], rows.Select(row => row.Number));
    }

    [Fact]
    public async Task A_version_that_its_property_can_not_hold_is_never_stored()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Exam>());
        using var context = table.Context();
        var exam = new Exam { Id = "e", Number = 1, Version = sbyte.MaxValue - 1 };
        await context.SaveAsync(exam, new SaveConfig { SkipVersionCheck = true });
        await context.UpdateAsync<Exam>("e", 1, stored => { stored.Grade = 5; });

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.UpdateAsync<Exam>("e", 1, stored => { stored.Grade = 6; }));

        Assert.Equal("version-exhausted", error.Rule);
        var last = await context.LoadAsync<Exam>("e", 1);
        Assert.Equal((5, sbyte.MaxValue), (last.Grade, last.Version));
    }
}
