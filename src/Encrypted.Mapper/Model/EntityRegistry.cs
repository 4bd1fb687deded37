using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Encrypted.Mapper.Model;

/// <summary>The models of the catalogues that were registered in this process.</summary>
internal sealed class EntityRegistry
{
    private readonly ConcurrentDictionary<EntityCatalogue, bool> _catalogues = new();
    private readonly ConcurrentDictionary<Type, EntityModel> _models = new();
    private int _version;

    /// <summary>The registry that module initializers fill. It only ever grows.</summary>
    public static EntityRegistry Shared { get; } = new();

    public IEnumerable<EntityModel> Models => _models.Values;

    /// <summary>Grows with every catalogue, so that what was derived from the models can be recognised as outdated.</summary>
    public int Version => Volatile.Read(ref _version);

    public void Add(EntityCatalogue catalogue)
    {
        if (!_catalogues.TryAdd(catalogue, true))
        {
            return;
        }

        foreach (var model in catalogue.Entities)
        {
            _models[model.EntityType] = model;
        }

        foreach (var reference in catalogue.References)
        {
            Add(reference);
        }

        Interlocked.Increment(ref _version);
    }

    public bool TryGet(Type entityType, [NotNullWhen(true)] out EntityModel? model)
        => _models.TryGetValue(entityType, out model);
}
