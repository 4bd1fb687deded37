using Encrypted.Mapper.Generated;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Mapping.Tests.Support;

/// <summary>The models that were generated for this assembly.</summary>
internal static class Models
{
    public static EntityModel<T> Of<T>()
        where T : notnull
        => Encrypted_Mapper_Mapping_TestsCatalogue.Instance.Entities.OfType<EntityModel<T>>().Single();
}
