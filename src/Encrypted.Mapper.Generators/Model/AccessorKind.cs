namespace Encrypted.Mapper.Generators.Model;

/// <summary>What an accessor reaches that plain code can't call.</summary>
internal enum AccessorKind
{
    /// <summary>A constructor that is private, or that leaves required members unset.</summary>
    Constructor,

    /// <summary>A property's getter.</summary>
    Getter,

    /// <summary>A property's setter, init-only ones included.</summary>
    Setter,
}
