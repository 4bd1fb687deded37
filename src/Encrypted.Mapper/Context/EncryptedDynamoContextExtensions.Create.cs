using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Saving;

namespace Encrypted.Mapper;

public static partial class EncryptedDynamoContextExtensions
{
    /// <summary>Reads an item, changes it and writes it back, or creates it where there is none, under the condition that nobody changed or created it meanwhile; otherwise starts again.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="create">Makes the entity, under the given key, where there is no item. May be called once for each attempt.</param>
    /// <param name="change">Changes the entity. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateOrCreateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, Func<T> create, Action<T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey: null,
            new ItemChange<T>((entity, _) =>
            {
                change(entity);
                return new ValueTask<T>(entity);
            }, create),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item, changes it and writes it back, or creates it where there is none, under the condition that nobody changed or created it meanwhile; otherwise starts again.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="rangeKey">The sort key's value; <see langword="null"/> for a table without one.</param>
    /// <param name="create">Makes the entity, under the given key, where there is no item. May be called once for each attempt.</param>
    /// <param name="change">Changes the entity. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateOrCreateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, object? rangeKey, Func<T> create, Action<T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey,
            new ItemChange<T>((entity, _) =>
            {
                change(entity);
                return new ValueTask<T>(entity);
            }, create),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item, changes it and writes it back, or creates it where there is none, under the condition that nobody changed or created it meanwhile; otherwise starts again.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="create">Makes the entity, under the given key, where there is no item. May be called once for each attempt.</param>
    /// <param name="change">Returns the entity to be stored: the one that it is given, changed, or another one. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateOrCreateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, Func<T> create, Func<T, T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey: null,
            new ItemChange<T>((entity, _) => new ValueTask<T>(change(entity)), create),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item, changes it and writes it back, or creates it where there is none, under the condition that nobody changed or created it meanwhile; otherwise starts again.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="rangeKey">The sort key's value; <see langword="null"/> for a table without one.</param>
    /// <param name="create">Makes the entity, under the given key, where there is no item. May be called once for each attempt.</param>
    /// <param name="change">Returns the entity to be stored: the one that it is given, changed, or another one. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateOrCreateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, object? rangeKey, Func<T> create, Func<T, T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey,
            new ItemChange<T>((entity, _) => new ValueTask<T>(change(entity)), create),
            config,
            cancellationToken);
    }
}
