using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>How many elements a stored value has, so that collections needn't grow while they are read.</summary>
internal static class StoredCount
{
    public static int Of(AttributeValue value)
    {
        if (value.IsLSet)
        {
            return value.L.Count;
        }

        if (value.IsSSSet)
        {
            return value.SS.Count;
        }

        if (value.IsNSSet)
        {
            return value.NS.Count;
        }

        if (value.IsBSSet)
        {
            return value.BS.Count;
        }

        return value.IsMSet ? value.M.Count : 0;
    }
}
