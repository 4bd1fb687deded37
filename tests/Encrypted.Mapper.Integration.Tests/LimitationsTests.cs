using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Models.Plain;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>What isn't supported is few, documented, and says what to use instead.</summary>
public sealed partial class LimitationsTests
{
    public static TheoryData<string> Names => [.. All.Select(member => member.Name)];

    private static IReadOnlyList<UnsupportedMember> All { get; } =
        [.. typeof(UnsupportedMember).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (UnsupportedMember)field.GetValue(null)!)];

    [Fact]
    public void The_documentation_lists_the_names_that_the_code_refuses_and_no_others()
    {
        var document = Repository.Read("docs/limitations.md");
        var table = document.Split("<!-- unsupported members -->")[1];

        var listed = NameCell().Matches(table).Select(match => match.Groups[1].Value);

        Assert.Equal(All.Select(member => member.Name).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.InRange(All.Count, 1, 20);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refused_member_names_itself_and_what_to_use_instead(string name)
    {
        using var client = new Amazon.DynamoDBv2.AmazonDynamoDBClient(new Amazon.Runtime.AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1);
        using var context = EncryptedDynamoContext.Create(client, dynamo => dynamo.UseRawAesKey("tests", "first", new byte[32]));

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => Use(context, name));

        Assert.Equal(ContextErrors.NotSupported(All.Single(member => member.Name == name)).Message, error.Message);
    }

    private static Task Use(EncryptedDynamoContext context, string name)
    {
        var expression = new ContextExpression();
        expression.SetFilter<Visit>(visit => visit.Clinic!.Length == 3);
        object? _ = name switch
        {
            "CreateTransactGet" => context.CreateTransactGet<Visit>(),
            "CreateTransactWrite" => context.CreateTransactWrite<Visit>(),
            "ITransactWrite.Combine" => context.CreateTransactWrite<PlainNote>().Combine(),
            "ToDocument" => context.ToDocument(new Visit()),
            "FromDocument" => context.FromDocument<Visit>([]),
            "FromDocuments" => context.FromDocuments<Visit>([]),
            "GetTargetTable" => context.GetTargetTable<Visit>(),
            "SearchVectorsAsync" => context.SearchVectorsAsync<Visit>([1f], 1, new SearchVectorsConfig()),
            "FromSearchVectorsAsync" => context.FromSearchVectorsAsync<Visit>(new SearchVectorsOperationRequest(), new FromSearchVectorsConfig()),
            "QueryAsync(QueryConditional, QueryConfig)" => context.QueryAsync<Visit>(QueryConditional.HashKeyEqualTo("Id", "x"), new QueryConfig()),
            "SelectValues.Count" => context.FromScanAsync<Visit>(new ScanOperationConfig { Select = SelectValues.Count }),
            "ContextExpression beyond the listed operations" => context.ScanAsync<Visit>(expression),
            "SaveConfig.IgnoreNullValues" => null,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        return context.SaveAsync(new Visit { Id = "x" }, new SaveConfig { IgnoreNullValues = true });
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex NameCell();
}
