namespace Encrypted.Mapper.Model;

/// <summary>
/// The encrypted entities of one assembly, chained to the catalogues of the assemblies it references. The source
/// generator emits one for each assembly, with a module initializer that registers it.
/// </summary>
public abstract class EntityCatalogue
{
    /// <summary>The models of the assembly's own entities.</summary>
    public abstract IReadOnlyList<EntityModel> Entities { get; }

    /// <summary>The catalogues of referenced assemblies.</summary>
    public virtual IReadOnlyList<EntityCatalogue> References => [];

    /// <summary>The models of all catalogues that the process knows by now, in no particular order. A library's join when the first code that belongs to it runs.</summary>
    public static IReadOnlyCollection<EntityModel> RegisteredEntities => [.. EntityRegistry.Shared.Models];

    /// <summary>Makes the catalogue, and those it is chained to, known to the process. Called by generated module initializers.</summary>
    /// <param name="catalogue">The catalogue. Registering one twice has no effect.</param>
    public static void Register(EntityCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        EntityRegistry.Shared.Add(catalogue);
    }
}
