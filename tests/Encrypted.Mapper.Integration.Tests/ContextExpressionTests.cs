using System.Linq.Expressions;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Lambdas as filters and conditions.</summary>
public sealed class ContextExpressionTests
{
    private static readonly string[] s_clinics = ["North", "West"];
    private static readonly decimal s_twenty = 20m;

    public static TheoryData<string, int[]> Filters => new()
    {
        { "equal", [1] },
        { "not equal", [2, 3] },
        { "mirrored", [2, 3] },
        { "nullable value", [1] },
        { "captured", [2] },
        { "null", [3] },
        { "not null", [1, 2] },
        { "and or not", [1, 3] },
        { "starts with", [2] },
        { "contains text", [1] },
        { "contains element", [1] },
        { "in", [1] },
        { "between", [1, 2] },
        { "equals", [1] },
        { "exists", [1, 2] },
        { "exists encrypted", [1] },
        { "not exists", [3] },
        { "type", [1, 2] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_lambda_selects_what_it_says(string name, int[] expected)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        await SaveAsync(context);
        var filter = Expression(Lambda(name));

        var scanned = await context.ScanAsync<Visit>(filter).GetRemainingAsync();
        var queried = await context.QueryAsync<Visit>("visit", new QueryConfig { Expression = filter }).GetRemainingAsync();

        Assert.Equal(expected, scanned.Select(visit => visit.Number).Order());
        Assert.Equal(expected, queried.Select(visit => visit.Number));
    }

    [Fact]
    public async Task A_conditional_save_writes_only_where_the_condition_holds()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        var closed = new SaveConfig { SkipVersionCheck = true, ConditionalExpression = Expression(visit => visit.Clinic == "closed") };
        var absentOrNorth = new SaveConfig
        {
            SkipVersionCheck = true,
            ConditionalExpression = Expression(visit => ContextExpression.AttributeNotExists(visit.Id) || visit.Clinic == "North"),
        };
        var visit = new Visit { Id = "visit", Number = 1, Clinic = "North", Ssn = "first" };

        await context.SaveAsync(visit, absentOrNorth);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => context.SaveAsync(visit, closed));
        visit.Ssn = "second";
        await context.SaveAsync(visit, absentOrNorth);

        Assert.Equal("second", (await context.LoadAsync<Visit>("visit", 1)).Ssn);
    }

    [Fact]
    public async Task A_condition_besides_the_version_check_is_refused_as_the_stock_context_refuses_it()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveAsync(Visits.Full(), new SaveConfig { ConditionalExpression = Expression(visit => visit.Clinic == "North") }));
    }

    [Fact]
    public async Task S3_A_lambda_on_an_encrypted_property_is_refused()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();
        Expression<Func<Visit, bool>>[] lambdas =
        [
            visit => visit.Ssn == "marked-plaintext",
            visit => "marked-plaintext" == visit.Ssn,
            visit => visit.Clinic == "North" && visit.Ssn!.StartsWith("marked-plaintext"),
            visit => !visit.Labels!.Contains("marked-plaintext"),
            visit => visit.Ssn!.Length == 3,
            visit => visit.Weight > 70,
            visit => s_clinics.Contains(visit.Ssn),
            visit => ContextExpression.Between(visit.Weight, 1, 2),
            visit => ContextExpression.AttributeType(visit.Ssn, "S"),
        ];

        Assert.All(lambdas, lambda =>
        {
            var error = Assert.Throws<ProtectedAttributeException>(() => context.ScanAsync<Visit>(Expression(lambda)));
            Assert.Equal("encrypted-attribute-in-condition", error.Rule);
            Assert.DoesNotContain("marked-plaintext", error.ToString(), StringComparison.Ordinal);
        });
        var onSave = new SaveConfig { SkipVersionCheck = true, ConditionalExpression = Expression(lambdas[0]) };
        await Assert.ThrowsAsync<ProtectedAttributeException>(() => context.SaveAsync(Visits.Full(), onSave));
    }

    [Fact]
    public async Task What_can_not_be_translated_is_not_supported()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context();

        Assert.Throws<NotSupportedException>(() => context.ScanAsync<Visit>(Expression(visit => visit.Clinic!.Length == 3)));
        Assert.Throws<NotSupportedException>(() => context.ScanAsync<Visit>(Expression(visit => visit.Clinic!.Trim() == "X")));
        Assert.Throws<NotSupportedException>(() => context.ScanAsync<Visit>(Expression(visit => visit.Cost + 1 == 2)));
    }

    private static Expression<Func<Visit, bool>> Lambda(string name)
    {
        var captured = "South-East";
        return name switch
        {
            "equal" => visit => visit.Clinic == "North",
            "not equal" => visit => visit.Clinic != "North",
            "mirrored" => visit => 20 <= visit.Cost,
            "nullable value" => visit => visit.Cost!.Value < s_twenty,
            "captured" => visit => visit.Clinic == captured,
            "null" => visit => visit.Clinic == null,
            "not null" => visit => visit.Clinic != null,
            "and or not" => visit => (visit.Cost > 5 && visit.Cost < 15) || !(visit.Cost <= 20),
            "starts with" => visit => visit.Clinic!.StartsWith("South"),
            "contains text" => visit => visit.Clinic!.Contains("orth"),
            "contains element" => visit => visit.Rooms!.Contains(2),
            "in" => visit => s_clinics.Contains(visit.Clinic),
            "between" => visit => ContextExpression.Between(visit.Cost, 10, 20),
            "equals" => visit => visit.Clinic!.Equals("North"),
            "exists" => visit => ContextExpression.AttributeExists(visit.Clinic),
            "exists encrypted" => visit => ContextExpression.AttributeExists(visit.Ssn),
            "not exists" => visit => ContextExpression.AttributeNotExists(visit.Clinic),
            "type" => visit => ContextExpression.AttributeType(visit.Clinic, "S"),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static ContextExpression Expression(Expression<Func<Visit, bool>> filter)
    {
        var expression = new ContextExpression();
        expression.SetFilter(filter);
        return expression;
    }

    private static async Task SaveAsync(EncryptedDynamoContext context)
    {
        await context.SaveAsync(new Visit { Id = "visit", Number = 1, Clinic = "North", Cost = 10, Rooms = [1, 2], Ssn = "s" });
        await context.SaveAsync(new Visit { Id = "visit", Number = 2, Clinic = "South-East", Cost = 20, Rooms = [3] });
        await context.SaveAsync(new Visit { Id = "visit", Number = 3, Cost = 30 });
    }
}
