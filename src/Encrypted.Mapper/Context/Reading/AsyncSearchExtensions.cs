using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper;

/// <summary>Reads searches as asynchronous streams.</summary>
public static class AsyncSearchExtensions
{
    /// <summary>
    /// Reads what remains of a search item by item. While the items of a page are consumed, the next page is fetched, and
    /// never more than that one.
    /// </summary>
    /// <typeparam name="T">The entity type.</typeparam>
    /// <param name="search">The search: one of this library's or a stock one. It must not be used otherwise during the enumeration, and its token is that of the page fetched last.</param>
    /// <param name="cancellationToken">Ends the enumeration, and the request under way.</param>
    /// <returns>The items. A page that fails throws after the items of the pages before it; a search of this library's can then be enumerated again, and goes on with that page.</returns>
    public static IAsyncEnumerable<T> AsAsyncEnumerable<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(this IAsyncSearch<T> search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        return EnumerateAsync(search, cancellationToken);
    }

    private static async IAsyncEnumerable<T> EnumerateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IAsyncSearch<T> search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = Fetch(search, stop.Token);
        try
        {
            while (next is not null)
            {
                var page = await next.WaitAsync(cancellationToken).ConfigureAwait(false);
                next = Fetch(search, stop.Token);
                foreach (var item in page)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return item;
                }
            }
        }
        finally
        {
            if (next is not null)
            {
                // The search must be free again when the enumeration has ended.
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static Task<List<T>>? Fetch<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IAsyncSearch<T> search, CancellationToken cancellationToken)
        => search.IsDone ? null : FetchPageAsync(search, cancellationToken);

    // What a search throws before its first await belongs to its page as well.
    private static async Task<List<T>> FetchPageAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IAsyncSearch<T> search, CancellationToken cancellationToken)
        => await search.GetNextSetAsync(cancellationToken).ConfigureAwait(false);
}
