namespace Encrypted.Mapper.Generators;

/// <summary>The tracked steps of the pipeline. Tests assert on them what an edit recomputes.</summary>
internal static class StepNames
{
    public const string TableTypes = nameof(TableTypes);
    public const string EncryptedTypes = nameof(EncryptedTypes);
    public const string TableEntities = nameof(TableEntities);
    public const string EncryptedEntities = nameof(EncryptedEntities);
    public const string Names = nameof(Names);
    public const string Catalogue = nameof(Catalogue);
}
