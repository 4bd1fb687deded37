using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>A table of notes, with contexts of programs that each know one version of the entity.</summary>
internal static class NotesTable
{
    public static Task<TestTable> CreateAsync() => TestTable.CreateAsync(Note.OldModel);

    public static EncryptedDynamoContext Program(this TestTable table, EntityModel model, Action<EncryptedDynamoBuilder>? configure = null)
        => table.Context(dynamo =>
        {
            dynamo.Settings.Registry = new EntityRegistry();
            dynamo.Settings.Registry.Add(new Catalogue(model));
            configure?.Invoke(dynamo);
        });

    private sealed class Catalogue(EntityModel model) : EntityCatalogue
    {
        public override IReadOnlyList<EntityModel> Entities => [model];
    }
}
