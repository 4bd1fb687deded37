namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>What a member is to a secondary index.</summary>
internal enum IndexKeyRole
{
    Partition,
    Sort,
    LocalSort,
}
