using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Context;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public IAsyncSearchVectors<T> SearchVectorsAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(List<float> searchVector, int topK, SearchVectorsConfig searchConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), searchConfig).SearchVectorsAsync<T>(searchVector, topK, searchConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.SearchVectors);

    /// <inheritdoc/>
    public IAsyncSearchVectors<T> FromSearchVectorsAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(SearchVectorsOperationRequest searchVectorsOperationRequest, FromSearchVectorsConfig fromSearchVectorsConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), fromSearchVectorsConfig).FromSearchVectorsAsync<T>(searchVectorsOperationRequest, fromSearchVectorsConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.FromSearchVectors);
}
