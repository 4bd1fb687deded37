using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>An entity with code of its own in the way of reading: converters, a setter that refuses values, a narrow version.</summary>
[DynamoDBTable("Exams")]
public sealed class Exam
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [Encrypted, DynamoDBProperty(typeof(GradeConverter))]
    public int Grade { get; set; }

    [Unprotected, DynamoDBProperty(typeof(GradeConverter))]
    public int Room { get; set; }

    [Unprotected]
    public string? Mood
    {
        get;
        set => field = value is null or "calm" ? value : throw new ArgumentException($"'{value}' is no mood.", nameof(value));
    }

    [DynamoDBVersion]
    public sbyte? Version { get; set; }
}
