namespace Encrypted.Mapper.Model;

/// <summary>The stored item that extension data was read from.</summary>
internal interface IExtensionOrigin
{
    /// <summary>The physical table.</summary>
    string TableName { get; }

    /// <summary>Whether an attribute may be added under a name: it is neither reserved nor a key, nor does the model map it.</summary>
    bool Allows(string attributeName);
}
