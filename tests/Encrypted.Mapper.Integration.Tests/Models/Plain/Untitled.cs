namespace Encrypted.Mapper.Integration.Tests.Models.Plain;

/// <summary>Types that carry protection attributes while no generator ran over this project, and where they hide.</summary>
internal static class Untitled
{
    public sealed class TaggedProperty
    {
        public string Id { get; set; } = "";

        [Encrypted]
        public string? Ssn { get; set; }
    }

    public sealed class TaggedField
    {
        [SignedOnly]
        internal string? Name = "";
    }

    public sealed class TaggedStatic
    {
        [Encrypted]
        public static string? Shared { get; set; }
    }

    [EncryptedEntity(Table = "Untitled")]
    public sealed class TaggedClass
    {
        public string Id { get; set; } = "";
    }

    public class TaggedBase
    {
        [Unprotected]
        public string? Hint { get; set; }
    }

    public sealed class Derived : TaggedBase
    {
        public string Id { get; set; } = "";
    }

    public interface ITagged
    {
        [Encrypted]
        string? Ssn { get; set; }
    }

    public sealed class Implementing : ITagged
    {
        public string? Ssn { get; set; }
    }

    public sealed class NestedMember
    {
        public TaggedProperty? Inner { get; set; }
    }

    public sealed class NestedList
    {
        public List<Dictionary<string, TaggedProperty[]>>? Inner { get; set; }
    }

    [Amazon.DynamoDBv2.DataModel.DynamoDBPolymorphicType("derived", typeof(TaggedDerived))]
    public class PolymorphicBase
    {
        public string Id { get; set; } = "";
    }

    public sealed class TaggedDerived : PolymorphicBase
    {
        [Encrypted]
        public string? Ssn { get; set; }
    }
}
