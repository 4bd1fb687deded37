using System.Runtime.ExceptionServices;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>What came of a conditional write.</summary>
/// <param name="Failure">The failed condition, without its item; <see langword="null"/> when the item is stored.</param>
/// <param name="Stored">The item that stood in the way, unverified; <see langword="null"/> when there was none.</param>
internal readonly record struct WriteOutcome(ConditionalCheckFailedException? Failure, Dictionary<string, AttributeValue>? Stored)
{
    public bool Succeeded => Failure is null;

    /// <exception cref="ConditionalCheckFailedException">The condition failed.</exception>
    public void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            ExceptionDispatchInfo.Throw(Failure);
        }
    }
}
