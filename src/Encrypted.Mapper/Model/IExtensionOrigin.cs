namespace Encrypted.Mapper.Model;

/// <summary>The stored item that extension data was read from.</summary>
internal interface IExtensionOrigin
{
    /// <summary>The physical table.</summary>
    string TableName { get; }

    /// <summary>Whether an attribute may be added under a name: it is neither reserved nor a key, the model doesn't map it, and nobody in the table protects it better.</summary>
    bool Allows(string attributeName, CryptoAction action);
}
