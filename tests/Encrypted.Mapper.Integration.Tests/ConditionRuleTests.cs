using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>No condition carries the plaintext of an encrypted attribute.</summary>
public sealed class ConditionRuleTests
{
    [Theory]
    [InlineData("ssn = :v")]
    [InlineData("Clinic = :v AND ssn = :v")]
    [InlineData("Clinic = :v and(ssn=:v)")]
    [InlineData("NOT ssn = :v")]
    [InlineData("#enc = :v")]
    [InlineData("#enc.inner = :v")]
    [InlineData("#enc[0] = :v")]
    [InlineData("ssn.inner = :v")]
    [InlineData("ssn[12] = :v")]
    [InlineData("ssn[0].inner[1] = :v")]
    [InlineData(":v = ssn")]
    [InlineData("Clinic = ssn")]
    [InlineData("begins_with(ssn, :v)")]
    [InlineData("begins_with ( ssn , :v )")]
    [InlineData("contains(#enc, :v)")]
    [InlineData("contains(Clinic, ssn)")]
    [InlineData("size(ssn) > :v")]
    [InlineData("attribute_type(ssn, :v)")]
    [InlineData("ssn BETWEEN :v AND :v")]
    [InlineData("ssn IN (:v)")]
    [InlineData("Clinic IN (:v, ssn)")]
    [InlineData("attribute_exists(ssn) AND ssn = :v")]
    [InlineData("attribute_exists(ssn.inner)")]
    [InlineData("attribute_exists(Clinic) OR begins_with(Labels, :v)")]
    [InlineData("#dotted = :v")]
    [InlineData("ssn(:v)")]
    [InlineData("ssn (Clinic, :v)")]
    [InlineData("Clinic = :v AND ssn(:v)")]
    public async Task S3_An_expression_on_an_encrypted_attribute_is_refused(string expression)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);

        var scanError = Assert.Throws<ProtectedAttributeException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { FilterExpression = Filter(expression) }));
        var queryError = Assert.Throws<ProtectedAttributeException>(() => context.FromQueryAsync<Visit>(
            new QueryOperationConfig { Filter = new QueryFilter("Id", QueryOperator.Equal, "visit"), FilterExpression = Filter(expression) }));
        var keyError = Assert.Throws<ProtectedAttributeException>(() => context.FromQueryAsync<Visit>(new QueryOperationConfig { KeyExpression = Filter(expression) }));

        Assert.All([scanError, queryError, keyError], error => Assert.Equal(("encrypted-attribute-in-condition", table.Name), (error.Rule, error.TableName)));
        Assert.DoesNotContain("marked-plaintext", scanError.ToString(), StringComparison.Ordinal);
        Assert.Empty(recording.Requests);
    }

    [Theory]
    [InlineData("attribute_exists(ssn)", 1)]
    [InlineData("attribute_not_exists( #enc )", 0)]
    [InlineData("attribute_exists (ssn) AND Clinic = :c", 1)]
    [InlineData("Hint = :h", 1)]
    [InlineData("#clinic = :c AND begins_with(Clinic, :w)", 1)]
    [InlineData("size(Clinic) > :zero", 1)]
    [InlineData("contains(Rooms, :nine)", 1)]
    [InlineData("cost IN (:nine, :cost)", 1)]
    public async Task S3_Signed_and_unsigned_attributes_and_the_existence_of_encrypted_ones_may_be_tested(string expression, int matches)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());

        var found = await context.FromScanAsync<Visit>(new ScanOperationConfig { FilterExpression = Used(expression) }).GetRemainingAsync();

        Assert.Equal(matches, found.Count);
    }

    [Theory]
    [InlineData("unheard_of = :v")]
    [InlineData("Clinic = :v AND (unheard_of = :v)")]
    [InlineData("#other = :v")]
    [InlineData("unheard_of(Clinic, :v)")]
    [InlineData("BEGINS_WITH(Clinic, :v)")]
    public async Task S3_An_attribute_that_no_entity_of_the_table_declares_is_refused_without_naming_it(string expression)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        var error = Assert.Throws<ProtectedAttributeException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { FilterExpression = Filter(expression) }));

        Assert.Equal(("unknown-attribute-in-condition", "*"), (error.Rule, error.AttributeName));
        Assert.DoesNotContain("unheard_of", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Clinic = :w")]
    [InlineData("Clinic = :vv")]
    [InlineData("attribute_exists(ssn)")]
    public async Task S3_A_value_that_the_expression_does_not_use_is_refused_before_it_is_sent(string expression)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = table.ContextOver(client);

        var scanError = Assert.Throws<ProtectedAttributeException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { FilterExpression = Filter(expression) }));
        var keyError = Assert.Throws<ProtectedAttributeException>(() => context.FromQueryAsync<Visit>(new QueryOperationConfig { KeyExpression = Filter(expression) }));

        Assert.All([scanError, keyError], error => Assert.Equal(("unused-value-in-condition", table.Name), (error.Rule, error.TableName)));
        Assert.DoesNotContain("marked-plaintext", scanError.ToString(), StringComparison.Ordinal);
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task S3_A_name_placeholder_without_definition_is_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        var error = Assert.Throws<ProtectedAttributeException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { FilterExpression = new Expression { ExpressionStatement = "#n = :v" } }));

        Assert.Equal("undefined-name-in-condition", error.Rule);
    }

    [Fact]
    public async Task S3_Conditions_on_properties_are_refused_where_the_property_is_encrypted()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        List<ScanCondition> onSsn = [new("Ssn", ScanOperator.Equal, "marked-plaintext")];
        var legacy = new ScanFilter();
        legacy.AddCondition("ssn", ScanOperator.Equal, "marked-plaintext");

        ProtectedAttributeException[] errors =
        [
            Assert.Throws<ProtectedAttributeException>(() => context.ScanAsync<Visit>(onSsn)),
            Assert.Throws<ProtectedAttributeException>(() => context.QueryAsync<Visit>("visit", new QueryConfig { QueryFilter = onSsn })),
            Assert.Throws<ProtectedAttributeException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { Filter = legacy })),
        ];

        Assert.All(errors, error => Assert.Equal(("encrypted-attribute-in-condition", "ssn"), (error.Rule, error.AttributeName)));
        Assert.All(errors, error => Assert.DoesNotContain("marked-plaintext", error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task S3_Whether_an_encrypted_property_is_there_may_be_asked()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await context.SaveAsync(Visits.Full());
        await context.SaveAsync(new Visit { Id = "visit", Number = 2 });

        var with = await context.ScanAsync<Visit>([new ScanCondition("Ssn", ScanOperator.IsNotNull)]).GetRemainingAsync();
        var without = await context.ScanAsync<Visit>([new ScanCondition("Ssn", ScanOperator.IsNull)]).GetRemainingAsync();

        Assert.Equal((1, 2), (Assert.Single(with).Number, Assert.Single(without).Number));
    }

    private static Expression Filter(string expression) => new()
    {
        ExpressionStatement = expression,
        ExpressionAttributeNames = new() { ["#enc"] = "ssn", ["#dotted"] = "ssn.inner", ["#other"] = "unheard_of" },
        ExpressionAttributeValues = { [":v"] = "marked-plaintext" },
    };

    // The service refuses placeholders that an expression doesn't use.
    private static Expression Used(string expression)
    {
        var used = new Expression { ExpressionStatement = expression };
        foreach (var (name, attribute) in new Dictionary<string, string> { ["#enc"] = "ssn", ["#clinic"] = "Clinic" })
        {
            if (expression.Contains(name, StringComparison.Ordinal))
            {
                used.ExpressionAttributeNames[name] = attribute;
            }
        }

        foreach (var (name, value) in new Dictionary<string, DynamoDBEntry> { [":cost"] = 1.1m, [":c"] = "Ward 7", [":w"] = "Ward", [":h"] = "shown", [":zero"] = 0, [":nine"] = 9 })
        {
            if (System.Text.RegularExpressions.Regex.IsMatch(expression, name + "\\b"))
            {
                used.ExpressionAttributeValues[name] = value;
            }
        }

        return used;
    }
}
