using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Testing.Tests.Items;

public sealed class StoredItemAssertionTests : IDisposable
{
    private const string Secret = "078-05-1120";

    private readonly VisitTable _table = new();
    private readonly EncryptedDynamoContext _context;

    public StoredItemAssertionTests()
    {
        _context = EncryptedDynamoContext.Create(_table, dynamo => dynamo.UseEphemeralKey().UseSaveMode(SaveMode.Replace));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _context.Dispose();
        _table.Dispose();
    }

    [Fact]
    public async Task An_item_that_the_context_saved_is_protected()
    {
        await SaveAsync();

        await _table.AssertStoredProtectedAsync("TestedVisits", VisitTable.Key, Cancellation);
        await _table.AssertStoredProtectedAsync<Visit>("p-1", 7, cancellationToken: Cancellation);
        await _table.AssertStoredProtectedAsync<Visit>("p-1", 7, _context, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task A_table_may_have_a_prefix_before_the_declared_name()
    {
        await _context.SaveAsync(NewVisit(), new Amazon.DynamoDBv2.DataModel.SaveConfig { TableNamePrefix = "test-" }, Cancellation);

        await _table.AssertStoredProtectedAsync("test-TestedVisits", VisitTable.Key, Cancellation);
        await _table.AssertStoredProtectedAsync<Visit>("p-1", 7, _context, "test-TestedVisits", Cancellation);
    }

    [Fact]
    public async Task A_plain_item_is_not_protected()
    {
        await _table.PutItemAsync("TestedVisits", new(VisitTable.Key) { ["Ssn"] = new(Secret), ["Clinic"] = new("North") }, Cancellation);

        var failure = await FailsAsync();

        Assert.Collection(
            failure.Findings,
            finding => Assert.Contains("Ssn is stored in clear", finding, StringComparison.Ordinal),
            finding => Assert.Contains("aws_dbe_head", finding, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("TestedVisits", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_attribute_in_clear_is_found()
    {
        await SaveAsync();
        _table.Item["Ssn"] = new(Secret);

        Assert.Contains("Ssn is stored in clear", Assert.Single((await FailsAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binary_that_is_too_short_for_a_ciphertext_is_found()
    {
        await SaveAsync();
        _table.Item["Ssn"] = new() { B = new MemoryStream(new byte[17]) };

        Assert.Contains("Ssn is stored in clear", Assert.Single((await FailsAsync()).Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws_dbe_head")]
    [InlineData("aws_dbe_foot")]
    public async Task A_missing_header_or_footer_is_found(string attribute)
    {
        await SaveAsync();
        _table.Item.Remove(attribute);

        Assert.Contains(attribute, Assert.Single((await FailsAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_is_none_is_found()
    {
        await SaveAsync();
        _table.Item["aws_dbe_head"] = new() { B = new MemoryStream([1, 2, 3]) };

        Assert.Contains("header", Assert.Single((await FailsAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attribute_that_was_added_unsigned_is_found()
    {
        await SaveAsync();
        _table.Item["Discount"] = new() { N = "100" };

        var finding = Assert.Single((await FailsAsync()).Findings);
        Assert.Contains("6 of its attributes should be signed, and its header lists 5", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("Discount", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unprotected_attribute_may_change()
    {
        await SaveAsync();
        _table.Item["Hint"] = new("changed");

        await _table.AssertStoredProtectedAsync<Visit>("p-1", 7, _context, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task An_attribute_that_was_signed_in_clear_though_declared_encrypted_is_found()
    {
        // A writer whose class has the attribute as [SignedOnly].
        using var other = EncryptedDynamoContext.Create(_table, dynamo => dynamo.UseEphemeralKey());
        await other.SaveAsync(new LooseVisit { Patient = "p-1", Number = 7, Clinic = "North", Ssn = new byte[32] }, Cancellation);
        await _table.PutItemAsync("TestedVisits", _table.Item, Cancellation);

        Assert.Contains("Ssn is signed, and not encrypted", Assert.Single((await FailsAsync()).Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_context_a_change_of_a_signed_value_is_found()
    {
        await SaveAsync();
        _table.Item["Clinic"] = new("South");
        await _table.AssertStoredProtectedAsync<Visit>("p-1", 7, cancellationToken: Cancellation);

        var failure = await Assert.ThrowsAsync<StoredItemNotProtectedException>(
            () => _table.AssertStoredProtectedAsync<Visit>("p-1", 7, _context, cancellationToken: Cancellation));

        Assert.IsAssignableFrom<EncryptedDynamoException>(failure.InnerException);
    }

    [Fact]
    public async Task An_item_that_does_not_exist_is_not_protected()
        => Assert.Contains("no such item", Assert.Single((await FailsAsync()).Findings), StringComparison.Ordinal);

    [Fact]
    public async Task Unknown_tables_and_types_and_wrong_keys_are_argument_errors()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _table.AssertStoredProtectedAsync("Unknown", VisitTable.Key, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.AssertStoredProtectedAsync<string>("p-1", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.AssertStoredProtectedAsync<Visit>("p-1", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_stock_context_is_refused_because_it_verifies_nothing()
    {
        await SaveAsync();
        using var stock = new Amazon.DynamoDBv2.DataModel.DynamoDBContextBuilder().WithDynamoDBClient(() => _table).Build();

        await Assert.ThrowsAsync<ArgumentException>(() => _table.AssertStoredProtectedAsync<Visit>("p-1", 7, stock, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_context_that_does_not_find_the_item_is_not_content()
    {
        await SaveAsync();
        using var empty = new VisitTable();
        using var elsewhere = EncryptedDynamoContext.Create(empty, dynamo => dynamo.UseEphemeralKey());

        var failure = await Assert.ThrowsAsync<StoredItemNotProtectedException>(
            () => _table.AssertStoredProtectedAsync<Visit>("p-1", 7, elsewhere, cancellationToken: Cancellation));

        Assert.Contains("doesn't find it", Assert.Single(failure.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_of_an_ephemeral_key_are_lost_with_their_context()
    {
        await SaveAsync();
        using var other = EncryptedDynamoContext.Create(_table, dynamo => dynamo.UseEphemeralKey());

        await Assert.ThrowsAnyAsync<EncryptedDynamoException>(() => other.LoadAsync<Visit>("p-1", 7, Cancellation));
        Assert.Equal(Secret, (await _context.LoadAsync<Visit>("p-1", 7, Cancellation)).Ssn);
    }

    private static Visit NewVisit() => new() { Patient = "p-1", Number = 7, Clinic = "North", Ssn = Secret, Notes = ["Diet first"], Hint = "morning" };

    private Task SaveAsync() => _context.SaveAsync(NewVisit(), Cancellation);

    private async Task<StoredItemNotProtectedException> FailsAsync()
        => await Assert.ThrowsAsync<StoredItemNotProtectedException>(() => _table.AssertStoredProtectedAsync<Visit>("p-1", 7, cancellationToken: Cancellation));
}
