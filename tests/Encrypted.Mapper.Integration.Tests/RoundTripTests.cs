using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public async Task A_saved_entity_loads_with_all_its_values()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var saved = Visits.Full();

        await context.SaveAsync(saved);
        var loaded = await context.LoadAsync<Visit>(saved.Id, saved.Number);

        Assert.Equivalent(saved, loaded, strict: true);
    }
}
