using Encrypted.Mapper.Generators.Tests.Support;

namespace Encrypted.Mapper.Generators.Tests;

/// <summary>
/// What is generated for one small entity, as a file that reviews see. When it changes, the test writes the new text
/// beside the copy in the output folder, under the name ending in <c>.new</c>.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string s_version = $"\"{typeof(EntityModelGenerator).Assembly.GetName().Version!.ToString(3)}\"";

    private const string Source = """
        namespace Clinic;

        [DynamoDBTable("Patients")]
        public class Patient
        {
            [DynamoDBHashKey("PatientId")]
            public string Id { get; set; } = "";

            [Encrypted]
            public string? Name { get; set; }

            [SignedOnly]
            public DateTime Admitted { get; set; }

            [Unprotected]
            public List<string>? Tags { get; set; }

            [Encrypted]
            public Address? Home { get; set; }

            [DynamoDBVersion]
            public int? Version { get; set; }
        }

        public class Address
        {
            public string? City { get; set; }
        }
        """;

    private const string Record = """
        namespace Clinic;

        [DynamoDBTable("Visits")]
        public sealed record Visit(
            [property: DynamoDBHashKey] string PatientId,
            [property: Encrypted] string? Notes,
            [property: SignedOnly] Ward Ward = Ward.North)
        {
            [Encrypted]
            public Room? Room { get; init; }

            [DynamoDBVersion]
            public int? Version { get; init; }
        }

        public readonly record struct Room(string Name, int Beds);

        public enum Ward { South, North }
        """;

    private const string Private = """
        namespace Clinic;

        [DynamoDBTable("Doctors")]
        public class Doctor
        {
            private Doctor()
            {
            }

            [DynamoDBHashKey]
            public string Id { get; private set; } = "";

            [Encrypted]
            public required string Name { get; set; }

            [Encrypted]
            private int Salary { get; set; }
        }
        """;

    private const string Tenants = """
        namespace Clinic;

        [DynamoDBTable("Invoices")]
        public sealed record Invoice(
            [property: DynamoDBHashKey("pk"), BranchKey] Guid Tenant,
            [property: DynamoDBRangeKey] int Number,
            [property: Encrypted] decimal Sum);
        """;

    [Theory]
    [InlineData(Source, "Clinic.Patient.g.cs")]
    [InlineData(Source, "EntityCatalogue.g.cs")]
    [InlineData(Record, "Clinic.Visit.g.cs")]
    [InlineData(Private, "Clinic.Doctor.g.cs")]
    [InlineData(Tenants, "Clinic.Invoice.g.cs")]
    public void A_small_entity_is_generated_as_recorded(string source, string file)
    {
        var generation = Generation.Of(Sources.Compile(source, "Clinic"));
        var actual = generation.Files[file].Replace(s_version, "\"version\"", StringComparison.Ordinal);
        var path = Path.Combine(AppContext.BaseDirectory, "Snapshots", file + ".txt");
        var expected = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        if (expected != actual)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".new", actual);
        }

        Assert.Equal(expected, actual);
        Assert.Empty(generation.Problems);
    }
}
