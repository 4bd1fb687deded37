using System.Runtime.CompilerServices;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>The hand-written models, registered as a generated catalogue registers its own.</summary>
internal sealed class TestCatalogue : EntityCatalogue
{
    public override IReadOnlyList<EntityModel> Entities => [VisitModel.Instance, SecretModel.Instance, MemoModel.Instance];

    [ModuleInitializer]
    internal static void Register() => Register(new TestCatalogue());
}
