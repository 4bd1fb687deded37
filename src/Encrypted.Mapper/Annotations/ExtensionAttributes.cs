using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper;

/// <summary>
/// The attributes of a stored item that its class doesn't map. Instances come from a verified read alone, and belong to the
/// item that was read: saved with another item they are refused. They are neither written to JSON nor read from it.
/// </summary>
[JsonConverter(typeof(ExtensionAttributesJsonConverter))]
public sealed class ExtensionAttributes
{
    private readonly Dictionary<string, UnknownAttribute> _attributes = new(StringComparer.Ordinal);

    internal ExtensionAttributes(IExtensionOrigin origin, IReadOnlyList<UnknownAttribute>? verified)
    {
        Origin = origin;
        foreach (var attribute in verified ?? [])
        {
            _attributes.Add(attribute.Name, attribute);
        }
    }

    /// <summary>The number of attributes.</summary>
    public int Count => _attributes.Count;

    /// <summary>The names of the attributes, in no order.</summary>
    public IReadOnlyCollection<string> Names => [.. _attributes.Keys];

    internal IExtensionOrigin Origin { get; }

    internal IReadOnlyCollection<UnknownAttribute> Attributes => _attributes.Values;

    /// <summary>Finds an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A copy of its decrypted value.</param>
    /// <returns>Whether the item has the attribute.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out AttributeValue? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        value = _attributes.TryGetValue(name, out var attribute) ? ValueCopy.Of(attribute.Value) : null;
        return value is not null;
    }

    /// <summary>How an attribute is protected in the item, and will be when it is written back.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The protection, or <see langword="null"/> when there is no such attribute.</returns>
    public CryptoAction? ProtectionOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _attributes.TryGetValue(name, out var attribute) ? attribute.Action : null;
    }

    /// <summary>Adds an attribute, which is encrypted when the entity is saved.</summary>
    /// <param name="name">A name that the class doesn't map and that isn't reserved.</param>
    /// <param name="value">The value. It is copied.</param>
    /// <exception cref="InvalidItemException">The name is reserved, mapped by the class, unprotected in the table, or there already.</exception>
    public void Add(string name, AttributeValue value) => Add(name, value, CryptoAction.EncryptAndSign);

    /// <summary>Adds an attribute, which is signed and stored in clear when the entity is saved.</summary>
    /// <param name="name">A name that the class doesn't map and that isn't reserved.</param>
    /// <param name="value">The value. It is copied.</param>
    /// <exception cref="InvalidItemException">The name is reserved, mapped by the class, unprotected in the table, encrypted by another class of the table, or there already.</exception>
    public void AddSignedOnly(string name, AttributeValue value) => Add(name, value, CryptoAction.SignOnly);

    /// <summary>Removes an attribute, which is gone from the item when the entity is saved.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => _attributes.Remove(name);

    /// <summary>The number of attributes, and nothing of them.</summary>
    /// <returns>A text without names and values.</returns>
    public override string ToString() => $"{nameof(ExtensionAttributes)} ({Count.ToString(System.Globalization.CultureInfo.InvariantCulture)})";

    private void Add(string name, AttributeValue value, CryptoAction action)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!Origin.Allows(name, action) || !_attributes.TryAdd(name, new UnknownAttribute(name, ValueCopy.Of(value), action)))
        {
            throw Error.ExtensionName(Origin.TableName);
        }
    }
}
