namespace Encrypted.Mapper.Context;

/// <summary>What can't be had for encrypted entities, and what to use instead. docs/limitations.md lists the same names.</summary>
/// <param name="Name">The member, setting or construct.</param>
/// <param name="Instead">What to use instead, as the end of a sentence.</param>
internal sealed record UnsupportedMember(string Name, string Instead)
{
    private const string Documents = "a document holds plaintext and could be written to any table. Use SaveAsync, LoadAsync, QueryAsync and ScanAsync, or ItemEncryptor for items of your own.";

    public static readonly UnsupportedMember CombineTransactWrite = new("ITransactWrite.Combine", "use CreateMultiTableTransactWrite: Combine takes a class of the SDK, whose content can't be checked. This holds for plain types too.");
    public static readonly UnsupportedMember CreateTransactGet = new("CreateTransactGet", "load the entities one by one with LoadAsync and ConsistentRead.");
    public static readonly UnsupportedMember CreateTransactWrite = new("CreateTransactWrite", "save the entities one by one with SaveAsync, guarded by [DynamoDBVersion] or a ConditionalExpression.");
    public static readonly UnsupportedMember FromDocument = new("FromDocument", Documents);
    public static readonly UnsupportedMember FromDocuments = new("FromDocuments", Documents);
    public static readonly UnsupportedMember FromSearchVectors = new("FromSearchVectorsAsync", "search vectors are stored in clear. Keep them in a table of plain items and load the entities by key.");
    public static readonly UnsupportedMember GetTargetTable = new("GetTargetTable", Documents);
    public static readonly UnsupportedMember OtherExpressions = new(
        "ContextExpression beyond the listed operations",
        "compare mapped properties of the entity itself with values (==, !=, <, <=, >, >=, null), joined by &&, || and !, and use StartsWith, Contains, Equals, Between, AttributeExists, AttributeNotExists and AttributeType. For nested properties use FromQueryAsync or FromScanAsync with an expression.");

    public static readonly UnsupportedMember PartialSave = new("SaveConfig.IgnoreNullValues", "an entity is saved whole, since its signature covers the whole item. Load the entity, change it and save it.");
    public static readonly UnsupportedMember QueryConditional = new("QueryAsync(QueryConditional, QueryConfig)", "use QueryAsync with the partition key's value, an operator and values, or FromQueryAsync.");
    public static readonly UnsupportedMember SearchVectors = new("SearchVectorsAsync", "search vectors are stored in clear. Keep them in a table of plain items and load the entities by key.");
    public static readonly UnsupportedMember SelectCount = new("SelectValues.Count", "a count of rows that are not read can't be verified. Read the rows and count them.");
    public static readonly UnsupportedMember ToDocument = new("ToDocument", Documents);
}
