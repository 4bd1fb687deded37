using Amazon.DynamoDBv2.DataModel;
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

    [Fact]
    public async Task Encrypted_values_are_stored_as_binary_and_signed_ones_in_clear()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        await context.SaveAsync(Visits.Full());
        var stored = await table.SingleStoredAsync();

        Assert.Equal("Ward 7", stored["Clinic"].S);
        Assert.Equal("shown", stored["Hint"].S);
        Assert.All(["ssn", "Labels", "Weight", "aws_dbe_head", "aws_dbe_foot"], name => Assert.NotNull(stored[name].B));
    }

    [Fact]
    public async Task Values_that_the_service_spells_and_sorts_anew_still_verify()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        // DynamoDB Local keeps the spelling of numbers in an update, unlike the service.
        await context.SaveAsync(Visits.Full(), new EncryptedSaveConfig { Mode = SaveMode.Replace });
        var stored = await table.SingleStoredAsync();
        var loaded = await context.LoadAsync<Visit>("visit", 1);

        Assert.Equal("1.1", stored["cost"].N);
        Assert.Equal(["1", "9", "10"], stored["Rooms"].NS);
        Assert.Equal(1.1m, loaded.Cost);
        Assert.Equal(71.50m, loaded.Weight);
    }

    [Fact]
    public async Task Null_properties_are_absent_from_the_item()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        await context.SaveAsync(new Visit { Id = "visit", Number = 1, Ssn = "" });
        var stored = await table.SingleStoredAsync();

        Assert.Equal(["Id", "Number", "Version", "aws_dbe_foot", "aws_dbe_head"], stored.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Empty_strings_are_stored_when_the_context_says_so()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context(dynamo => dynamo.ConfigureContext(config => config.IsEmptyStringValueEnabled = true));

        await context.SaveAsync(new Secret { Key = "k", Text = "" });

        Assert.Equal("", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task A_save_replaces_the_item_as_a_whole()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var visit = Visits.Full();

        await context.SaveAsync(visit);
        visit.Clinic = null;
        visit.Day = null;
        await context.SaveAsync(visit);

        Assert.Equivalent(visit, await context.LoadAsync<Visit>("visit", 1), strict: true);
        Assert.DoesNotContain("Clinic", (await table.SingleStoredAsync()).Keys);
    }

    [Fact]
    public async Task A_missing_item_loads_as_null()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        Assert.Null(await context.LoadAsync<Visit>("nobody", 1));
    }

    [Fact]
    public async Task An_entity_loads_by_a_key_object_and_after_a_delete_no_more()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        var loaded = await context.LoadAsync(new Visit { Id = "visit", Number = 1 });
        await context.DeleteAsync(loaded);

        Assert.Equal("078-05-1120", loaded.Ssn);
        Assert.Empty(await table.StoredAsync());
    }

    [Fact]
    public async Task Deleting_by_key_removes_the_item_and_a_missing_one_is_no_error()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        await context.DeleteAsync<Visit>("visit", 1);
        await context.DeleteAsync<Visit>("visit", 1);

        Assert.Empty(await table.StoredAsync());
    }

    [Fact]
    public async Task The_non_generic_save_encrypts_by_the_type_that_it_is_given()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();

        await context.SaveAsync(typeof(Secret), new Secret { Key = "k", Text = "t" });

        Assert.NotNull((await table.SingleStoredAsync())["Text"].B);
        Assert.Equal("t", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task Two_contexts_work_on_tables_of_their_own_at_once()
    {
        await using var first = await TestTable.CreateAsync(SecretModel.Instance);
        await using var second = await TestTable.CreateAsync(SecretModel.Instance);
        using var firstContext = first.Context();
        using var secondContext = second.Context();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? firstContext : secondContext).SaveAsync(new Secret { Key = $"k{i}", Text = $"t{i}" })));
        var ofFirst = await firstContext.ScanAsync<Secret>([]).GetRemainingAsync();
        var ofSecond = await secondContext.ScanAsync<Secret>([]).GetRemainingAsync();

        Assert.All(ofFirst.Concat(ofSecond), secret => Assert.Equal(secret.Key![1..], secret.Text![1..]));
        Assert.Equal((20, 20), (ofFirst.Count, ofSecond.Count));
        Assert.Empty(ofFirst.Select(secret => secret.Key).Intersect(ofSecond.Select(secret => secret.Key)));
    }

    [Fact]
    public async Task The_obsolete_overloads_do_what_their_successors_do()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var encrypted = table.Context(dynamo => dynamo.ConfigureContext(config => config.TableNamePrefix = "elsewhere-"));
        IDynamoDBContext context = encrypted;
#pragma warning disable CS0618 // What is tested is that they go on working.
        var here = new DynamoDBOperationConfig { TableNamePrefix = table.Prefix, ConsistentRead = true };
        await context.SaveAsync(Visits.Full(), here);
        await context.SaveAsync(typeof(Visit), Visits.Full(number: 2), here);
        await context.DeleteAsync<Visit>("visit", 2, here);

        Assert.Equal("078-05-1120", (await context.LoadAsync<Visit>("visit", 1, here)).Ssn);
        Assert.Equal("078-05-1120", (await context.LoadAsync(new Visit { Id = "visit", Number = 1 }, here)).Ssn);
        Assert.Single(await context.QueryAsync<Visit>("visit", here).GetRemainingAsync());
        Assert.Single(await context.ScanAsync<Visit>([], here).GetRemainingAsync());
#pragma warning restore CS0618
    }
}
