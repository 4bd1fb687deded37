using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Saving;

namespace Encrypted.Mapper;

/// <summary>Operations on encrypted entities that <see cref="IDynamoDBContext"/> doesn't have.</summary>
public static partial class EncryptedDynamoContextExtensions
{
    /// <summary>Reads an item consistently, changes it and writes it back under the condition that nobody changed it meanwhile; otherwise starts again. No version property is needed.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="change">Changes the entity. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, Action<T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey: null,
            new ItemChange<T>((entity, _) =>
            {
                change(entity);
                return new ValueTask<T>(entity);
            }),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item consistently, changes it and writes it back under the condition that nobody changed it meanwhile; otherwise starts again. No version property is needed.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="rangeKey">The sort key's value; <see langword="null"/> for a table without one.</param>
    /// <param name="change">Changes the entity. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, object? rangeKey, Action<T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey,
            new ItemChange<T>((entity, _) =>
            {
                change(entity);
                return new ValueTask<T>(entity);
            }),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item consistently, changes it and writes it back under the condition that nobody changed it meanwhile; otherwise starts again. No version property is needed.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="change">Returns the entity to be stored: the one that it is given, changed, or another one. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, Func<T, T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey: null,
            new ItemChange<T>((entity, _) => new ValueTask<T>(change(entity))),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item consistently, changes it and writes it back under the condition that nobody changed it meanwhile; otherwise starts again. No version property is needed.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="rangeKey">The sort key's value; <see langword="null"/> for a table without one.</param>
    /// <param name="change">Returns the entity to be stored: the one that it is given, changed, or another one. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, object? rangeKey, Func<T, T> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey,
            new ItemChange<T>((entity, _) => new ValueTask<T>(change(entity))),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item consistently, changes it and writes it back under the condition that nobody changed it meanwhile; otherwise starts again. No version property is needed.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="change">Changes the entity. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, Func<T, Task> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey: null,
            new ItemChange<T>(async (entity, _) =>
            {
                await change(entity).ConfigureAwait(false);
                return entity;
            }),
            config,
            cancellationToken);
    }

    /// <summary>Reads an item consistently, changes it and writes it back under the condition that nobody changed it meanwhile; otherwise starts again. No version property is needed.</summary>
    /// <typeparam name="T">The encrypted entity.</typeparam>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="hashKey">The partition key's value.</param>
    /// <param name="rangeKey">The sort key's value; <see langword="null"/> for a table without one.</param>
    /// <param name="change">Changes the entity. It is called once for each attempt, with a newly read entity.</param>
    /// <param name="config">The operation's settings.</param>
    /// <param name="cancellationToken">Cancels the operation. An item that was sent already may be stored nevertheless.</param>
    /// <returns>The entity as it was stored.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item.</exception>
    /// <exception cref="ConcurrentUpdateException">Other writers kept changing the item until all attempts were used up.</exception>
    /// <exception cref="ItemVerificationException">The item can't be verified.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one, or <typeparamref name="T"/> is no encrypted entity.</exception>
    public static Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        this IDynamoDBContext context, object hashKey, object? rangeKey, Func<T, Task> change, UpdateConfig? config = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(context).UpdateAsync(
            hashKey,
            rangeKey,
            new ItemChange<T>(async (entity, _) =>
            {
                await change(entity).ConfigureAwait(false);
                return entity;
            }),
            config,
            cancellationToken);
    }

    private static EncryptedDynamoContext Of(IDynamoDBContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context as EncryptedDynamoContext ?? throw ContextErrors.ContextNotEncrypted();
    }
}
