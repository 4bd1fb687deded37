namespace Encrypted.Mapper;

/// <summary>How an entity with unprotected properties or extension data is saved. All others are replaced whole in either mode.</summary>
public enum SaveMode
{
    /// <summary>
    /// One conditional <c>UpdateItem</c>: unprotected attributes that weren't changed are left alone, and attributes that the
    /// class doesn't map survive. An instance that wasn't loaded needs a key that can decrypt, where an item exists already.
    /// </summary>
    Preserve,

    /// <summary>One <c>PutItem</c>, for writers that can't decrypt: what the instance doesn't have is gone from the item.</summary>
    Replace,
}
