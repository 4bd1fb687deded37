namespace Encrypted.Mapper.IndependentReader;

/// <summary>Why the item is not accepted. Caught by <see cref="ItemReader"/>, which hands the message out as the reason.</summary>
public sealed class RefusalException : Exception
{
    public RefusalException(string reason)
        : base(reason)
    {
    }
}
