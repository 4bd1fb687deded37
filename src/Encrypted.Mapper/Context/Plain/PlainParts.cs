using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>Tells the parts that this library made from others, of which it can't say what they hold.</summary>
internal static class PlainParts
{
    /// <exception cref="ArgumentException">The part comes from elsewhere.</exception>
    public static IPlainPart<IBatchWrite> Of(IBatchWrite batch) => batch as IPlainPart<IBatchWrite> ?? throw Foreign(nameof(batch));

    /// <exception cref="ArgumentException">The part comes from elsewhere.</exception>
    public static IPlainPart<ITransactWrite> Of(ITransactWrite part) => part as IPlainPart<ITransactWrite> ?? throw Foreign(nameof(part));

    private static ArgumentException Foreign(string parameter) => new("Every part of a batch or transaction must be made by an EncryptedDynamoContext.", parameter);
}
