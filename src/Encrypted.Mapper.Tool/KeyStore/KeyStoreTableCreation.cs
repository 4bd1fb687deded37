using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>Creates the table of a key store, and tells whether it was there.</summary>
internal static class KeyStoreTableCreation
{
    private const string Describe = "dynamodb:DescribeTable";
    private const string Create = "dynamodb:CreateTable";

    /// <returns>Whether the table was there already, and its ARN.</returns>
    /// <exception cref="KeyStoreException">The table is there and is no key store.</exception>
    /// <exception cref="KeyStoreCommandException">DynamoDB failed.</exception>
    public static async Task<(bool Existed, string Arn)> RunAsync(BranchKeyStore store, IAmazonDynamoDB client, CancellationToken cancellationToken)
    {
        var table = store.Configuration.TableName;

        // The store asks again, so that what fails after this call can only be the creation.
        var exists = await TryAsync(() => ExistsAsync(client, table, cancellationToken), Describe, table, cancellationToken).ConfigureAwait(false);
        var arn = await TryAsync(() => store.CreateTableAsync(cancellationToken), exists ? Describe : Create, table, cancellationToken).ConfigureAwait(false);
        return (exists, arn);
    }

    private static async Task<bool> ExistsAsync(IAmazonDynamoDB client, string table, CancellationToken cancellationToken)
    {
        try
        {
            await client.DescribeTableAsync(table, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private static async Task<T> TryAsync<T>(Func<Task<T>> call, string operation, string table, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not EncryptedDynamoException && !cancellationToken.IsCancellationRequested)
        {
            throw Failure(operation, table, error);
        }
    }

    // Rules and form are those of the library for its own calls of the table.
    private static KeyStoreCommandException Failure(string operation, string table, Exception error)
    {
        var service = error as AmazonServiceException;
        var outcome = service?.ErrorCode is { Length: > 0 } code ? code : error.GetType().Name;
        var (rule, why) = service switch
        {
            { ErrorCode: "AccessDeniedException" or "UnrecognizedClientException" } => ("key-store-access-denied", "DynamoDB refused access to the key store"),
            { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => ("key-store-failed", "A call to the key store failed"),
            _ => ("key-store-unreachable", "The key store can't be reached or didn't answer in time"),
        };
        return new(rule, why, $" Tried: {operation} with '{table}': {outcome}.", error);
    }
}
