using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Records, which a constructor and initialisers fill, through the whole context.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task A_record_makes_the_round_trip_and_learns_its_version_from_the_save()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Appointment>());
        using var context = table.Context();
        var appointment = New();

        await context.SaveAsync(appointment);
        Assert.Equal(0, appointment.Version);
        Assert.Equivalent(appointment, await context.LoadAsync<Appointment>("a-1"), strict: true);

        await context.SaveAsync(appointment with { Reason = "Follow-up" });
        var second = await context.LoadAsync<Appointment>("a-1");
        Assert.Equal((1, "Follow-up"), (second.Version, second.Reason));
    }

    [Fact]
    public async Task A_record_of_an_older_version_is_not_saved()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Appointment>());
        using var context = table.Context();
        await context.SaveAsync(New());
        var mine = await context.LoadAsync<Appointment>("a-1");
        await context.SaveAsync((await context.LoadAsync<Appointment>("a-1")) with { Reason = "theirs" });

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(mine with { Reason = "mine" }));
        Assert.Equal("theirs", (await context.LoadAsync<Appointment>("a-1")).Reason);
    }

    [Fact]
    public async Task An_update_returns_the_record_as_it_is_stored()
    {
        await using var table = await TestTable.CreateAsync(GeneratedModels.Of<Appointment>());
        using var context = table.Context();
        await context.SaveAsync(New());

        var updated = await context.UpdateAsync<Appointment>("a-1", appointment => appointment with { Notes = [.. appointment.Notes, "called"] });

        Assert.Equal(1, updated.Version);
        Assert.Equivalent(updated, await context.LoadAsync<Appointment>("a-1"), strict: true);
    }

    private static Appointment New() => new("a-1", "Check-up") { Clinic = "North", Notes = ["fasting"] };
}
