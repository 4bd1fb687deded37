using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Context;

namespace Encrypted.Mapper;

// A document holds plaintext and can be written to any table, so that encrypted entities aren't given out as documents.
public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public void RegisterTableDefinition(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _stock.ForTable(table.TableName).RegisterTableDefinition(table);
    }

    /// <inheritdoc/>
    public Document ToDocument<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value)
        => ToDocument(value, (ToDocumentConfig?)null!);

    /// <inheritdoc/>
    public Document ToDocument<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, ToDocumentConfig toDocumentConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), toDocumentConfig, value).ToDocument(value, toDocumentConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.ToDocument);

    /// <inheritdoc/>
    public T FromDocument<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(Document document)
        => FromDocument<T>(document, (FromDocumentConfig?)null!);

    /// <inheritdoc/>
    public T FromDocument<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(Document document, FromDocumentConfig fromDocumentConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), fromDocumentConfig).FromDocument<T>(document, fromDocumentConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.FromDocument);

    /// <inheritdoc/>
    public IEnumerable<T> FromDocuments<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IEnumerable<Document> documents)
        => FromDocuments<T>(documents, (FromDocumentConfig?)null!);

    /// <inheritdoc/>
    public IEnumerable<T> FromDocuments<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IEnumerable<Document> documents, FromDocumentConfig fromDocumentConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), fromDocumentConfig).FromDocuments<T>(documents, fromDocumentConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.FromDocuments);

    /// <inheritdoc/>
    public ITable GetTargetTable<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => GetTargetTable<T>((GetTargetTableConfig?)null!);

    /// <inheritdoc/>
    public ITable GetTargetTable<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(GetTargetTableConfig getTargetTableConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), getTargetTableConfig).GetTargetTable<T>(getTargetTableConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.GetTargetTable);
}
